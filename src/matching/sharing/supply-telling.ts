import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { ConsentService } from '../../identity/consent/consent.service';
import { OrganisationService } from '../../organisations/organisation.service';
import type { MatchingRecord } from '../../records/matching-record';
import type { NeedStatus } from '../../taxonomy/need.vocabulary';
import { disclosureOfMatched } from '../cards/record-card';
import { isTalent } from '../cards/record-card';
import { judgeCriteria } from '../engine/score/judge-criteria';
import type { PairSides } from '../review/pair-records';
import { anonymousViewOf, type Words, wordsOf } from './anonymous-view';
import type { AnonymousView } from './share.schema';

/** An enterprise that has nothing to do with the record. */
const STRANGER: Actor = {
  userId: null,
  role: 'enterprise',
  parkIds: [],
  organisationId: null,
  personId: null,
  activityIds: [],
};

/** In these an enterprise goes on seeing what was shared with it; a withdrawn or archived record is gone. */
const TOLD: readonly NeedStatus[] = ['published', 'engaged', 'closed'];

/** What of a supply is told to an enterprise. The transaction's actor must be one that reads every record. */
@Injectable()
export class SupplyTelling {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly consents: ConsentService,
  ) {}

  /** The anonymous view of the pair's supply, as it is today. */
  async view({ demand, supply }: PairSides, tx: EntityManager): Promise<AnonymousView> {
    const verdicts = judgeCriteria(demand.read().requirements, supply.read().facts);
    return anonymousViewOf(supply.record, verdicts, await this.words(supply.record, tx));
  }

  /** What may be read of a project today; nothing of a talent. */
  async words(supply: MatchingRecord, tx: EntityManager): Promise<Words> {
    if (isTalent(supply)) return {};
    return wordsOf(supply, disclosureOfMatched(STRANGER, supply), await this.ownerOf(supply, tx));
  }

  /** The name of the organisation that the record belongs to. */
  async ownerOf({ organisationId }: MatchingRecord, tx: EntityManager): Promise<string | undefined> {
    if (organisationId === null) return undefined;
    return (await this.organisations.namesOf([organisationId], tx)).get(organisationId);
  }

  /** Ids of the supplies that may no longer be told of: withdrawn, or the person took a consent back. */
  async vanished(supplies: readonly MatchingRecord[], tx: EntityManager): Promise<Set<string>> {
    const persons = supplies.flatMap((supply) => (isTalent(supply) ? (supply.personId ?? []) : []));
    const refused = await this.consents.withdrawnBy(['sharing', 'matching'], persons, tx);
    const isGone = (supply: MatchingRecord): boolean =>
      !TOLD.includes(supply.status) || (isTalent(supply) && refused.has(supply.personId ?? ''));
    return new Set(supplies.filter(isGone).map(({ id }) => id));
  }
}
