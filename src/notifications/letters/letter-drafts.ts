import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Clock, dayOf } from '../../common/clock';
import { newId } from '../../common/ids';
import type { Locale } from '../../common/locale';
import { GuestDetailsCipher } from '../../events/guests/guest-details';
import type { GuestEntity } from '../../events/guests/guest.entity';
import type { SessionEntity } from '../../events/sessions/session.entity';
import { InjectClock } from '../../platform/clock/clock.module';
import { Outbox } from '../../queues/outbox';
import type { LetterKind, LetterReason } from '../../taxonomy/event.vocabulary';
import type { LetterEntity } from './letter.entity';
import { whyNot } from './letter-rule';
import { LetterRepository } from './letter.repository';

/** A letter that could be written: `reason` says why not. */
export interface LetterDraft {
  guest: GuestEntity;
  email: string | undefined;
  /** The same letter, asked for before. */
  earlier: LetterEntity | undefined;
  reason: LetterReason | undefined;
}

interface Wanted {
  kind: LetterKind;
  locale: Locale;
  askedBy: string | null;
}

/** What could be written to the guests of a session, and asking for it. */
@Injectable()
export class LetterDrafts {
  constructor(
    private readonly letters: LetterRepository,
    private readonly details: GuestDetailsCipher,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** `lacking`: guests who bring a person that has not agreed to be contacted. */
  draft(
    kind: LetterKind,
    { heldOn }: Pick<SessionEntity, 'heldOn'>,
    guests: readonly GuestEntity[],
    written: readonly LetterEntity[],
    lacking: ReadonlySet<string>,
  ): LetterDraft[] {
    const today = dayOf(this.clock.now());
    return guests.map((guest) => {
      const email = this.details.open(guest)?.email;
      const lacksConsent = lacking.has(guest.id);
      return {
        guest,
        email,
        earlier: written.findLast((letter) => this.isSame(letter, kind, guest.id, heldOn, email)),
        reason: whyNot(kind, { guest, email, lacksConsent, heldOn, today }),
      };
    });
  }

  /** Asks for the letters that nothing stands against and that were not asked for before. Answers how many. */
  async ask(
    { kind, locale, askedBy }: Wanted,
    { id: sessionId, heldOn }: Pick<SessionEntity, 'id' | 'heldOn'>,
    drafts: readonly LetterDraft[],
    tx: EntityManager,
  ): Promise<number> {
    const letters = drafts.flatMap(({ guest, email, reason, earlier }): LetterEntity[] =>
      email === undefined || reason !== undefined || earlier !== undefined
        ? []
        : [
            {
              id: newId(),
              sessionId,
              guestId: guest.id,
              kind,
              locale,
              heldOn,
              addressIndex: this.details.addressIndex(email),
              state: 'waiting',
              reason: null,
              askedBy,
              askedAt: this.clock.now(),
              settledAt: null,
            },
          ],
    );
    const added = await this.letters.add(letters, tx);
    await this.outbox.enqueueAll('send-letter', added, tx);
    return added.length;
  }

  /** Whether `letter` is the one that would be written now; one that was withheld may be asked for again. */
  private isSame(
    letter: LetterEntity,
    kind: LetterKind,
    guestId: string,
    heldOn: string,
    email: string | undefined,
  ): boolean {
    return (
      letter.state !== 'withheld' &&
      letter.guestId === guestId &&
      letter.kind === kind &&
      letter.heldOn === heldOn &&
      email !== undefined &&
      this.details.isAddressIndex(letter.addressIndex, email)
    );
  }
}
