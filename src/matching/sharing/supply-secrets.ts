import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatchingRecord } from '../../records/matching-record';
import { PersonService } from '../../talent/person.service';
import type { TalentForMatching } from '../../talent/talent.service';
import { isTalent } from '../cards/record-card';
import { withoutContact } from './guarded-text';
import type { Identity } from './received-share.view';
import { callingsOf } from './spellings';
import { SupplyTelling } from './supply-telling';

/** Who or whose a supply is. The transaction's actor must be one that reads every record and person. */
@Injectable()
export class SupplySecrets {
  constructor(
    private readonly persons: PersonService,
    private readonly telling: SupplyTelling,
  ) {}

  /** Names and numbers that lead to the supply. */
  async of(supply: MatchingRecord, tx: EntityManager): Promise<string[]> {
    if (!isTalent(supply)) return [await this.telling.ownerOf(supply, tx)].filter(isText);
    const { school, employer, certificateNo } = supply.details;
    const name = await this.nameOf(supply, tx);
    return [name, ...(name === undefined ? [] : callingsOf(name)), school, employer, certificateNo].filter(
      isText,
    );
  }

  /** What an enterprise reads once the identity is released; ways to reach a person only with the contact. */
  async identityOf(supply: MatchingRecord, withContact: boolean, tx: EntityManager): Promise<Identity> {
    const text = withContact ? supply.text : withoutContact(supply.text);
    if (!isTalent(supply))
      return { name: (await this.telling.ownerOf(supply, tx)) ?? null, headline: supply.title, text };
    const { employer, school } = supply.details;
    return { name: (await this.nameOf(supply, tx)) ?? null, headline: supply.title, employer, school, text };
  }

  private async nameOf({ personId }: TalentForMatching, tx: EntityManager): Promise<string | undefined> {
    return personId === null ? undefined : (await this.persons.namesOf([personId], tx)).get(personId);
  }
}

const isText = (value: string | undefined): value is string => value !== undefined;
