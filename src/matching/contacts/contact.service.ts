import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { contactResults } from '../../taxonomy/contact.vocabulary';
import type { MatchEntity } from '../review/match.entity';
import { MatchRepository } from '../review/match.repository';
import { canMove } from '../review/match-rights';
import { isOpen } from '../review/stage-table';
import { notYours, StageService } from '../review/stage.service';
import { ContactRepository } from './contact.repository';
import { type ContactView, contactViewOf, type RecordContact } from './contact.schema';

/** After so many failures on end the match rests. */
export const FAILURES_TO_HOLD = 3;
/** The note of that move: a code, for each reader to be shown in words. */
export const UNREACHED_NOTE = 'CONTACT.UNREACHED';

/** Who was called about a match, and what came of it. */
@Injectable()
export class ContactService {
  constructor(
    private readonly database: Database,
    private readonly contacts: ContactRepository,
    private readonly matches: MatchRepository,
    private readonly stages: StageService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Keeps a contact; with every third failure on end an open match goes on hold (never declined: it is nobody's refusal).
   * @throws 404 MATCH.NOT_FOUND; 403 MATCH.NOT_YOURS
   */
  record(actor: Actor, matchId: string, input: RecordContact): Promise<ContactView> {
    return this.database.as(actor, async (tx) => {
      if (!canMove(actor, await this.stages.require(matchId, tx))) throw notYours();
      await this.matches.lock(matchId, tx);
      const match = await this.stages.require(matchId, tx);
      const contact = {
        id: newId(),
        matchId,
        how: input.how,
        result: input.result,
        reached: !contactResults.get(input.result).failed,
        nextOn: input.nextOn ?? null,
        note: input.note ?? null,
        contactedBy: actor.userId,
        contactedAt: this.clock.now(),
        sampleSet: match.sampleSet,
      };
      await this.contacts.insert(contact, tx);
      if (!contact.reached && isOpen(match.stage)) await this.holdAfterFailures(actor, match, tx);
      return contactViewOf(contact);
    });
  }

  /** Newest first. */
  list(actor: Actor, matchId: string): Promise<ContactView[]> {
    return this.database.as(actor, async (tx) => {
      await this.stages.require(matchId, tx);
      const family = await this.matches.family(matchId, tx);
      return (await this.contacts.ofMatches(family, tx)).map(contactViewOf);
    });
  }

  private async holdAfterFailures(actor: Actor, match: MatchEntity, tx: EntityManager): Promise<void> {
    const newestFirst = await this.contacts.ofMatches([match.id], tx);
    const lastReached = newestFirst.findIndex(({ reached }) => reached);
    const failures = lastReached === -1 ? newestFirst.length : lastReached;
    if (failures % FAILURES_TO_HOLD !== 0) return;
    const hold = { to: 'on-hold', command: 'review', note: UNREACHED_NOTE } as const;
    await this.stages.move(actor, { matchId: match.id, version: match.version, ...hold }, tx);
  }
}
