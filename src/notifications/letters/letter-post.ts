import { Inject, Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { addDays, type Clock, dayOf } from '../../common/clock';
import { GuestDetailsCipher } from '../../events/guests/guest-details';
import { GuestRepository } from '../../events/guests/guest.repository';
import { SessionRepository } from '../../events/sessions/session.repository';
import { InjectClock } from '../../platform/clock/clock.module';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { PlanService } from '../../plan/plan.service';
import { isMorning, type Mail, Mailer } from '../mail/mailer';
import { LetterDrafts } from './letter-drafts';
import type { LetterEntity } from './letter.entity';
import { whyNot } from './letter-rule';
import { LetterRepository } from './letter.repository';
import { letterText } from './letter-text';

/** Sends the letters that were asked for, and asks for the reminders of tomorrow. */
@Injectable()
export class LetterPost {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterRepository,
    private readonly drafts: LetterDrafts,
    private readonly guests: GuestRepository,
    private readonly sessions: SessionRepository,
    private readonly details: GuestDetailsCipher,
    private readonly plans: PlanService,
    private readonly mailer: Mailer,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Marked once the server has it: a crash in between sends the same message twice, under one message id, rather than never. */
  async send(id: string): Promise<void> {
    const prepared = await this.prepare(id);
    if (prepared === undefined) return;
    if ('reason' in prepared) return this.settle(id, { state: 'withheld', reason: prepared.reason });
    await this.mailer.send(prepared);
    await this.settle(id, { state: 'sent', reason: null });
  }

  /** From the morning before a session on. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    if (!this.mailer.isOn() || this.env.PUBLIC_URL === undefined || !isMorning(now)) return;
    await this.database.as(WORKER, async (tx) => {
      for (const sessionId of await this.letters.reminding(addDays(dayOf(now), 1), tx)) {
        const session = await this.sessions.find(sessionId, tx);
        if (!session) continue;
        const written = await this.letters.of(sessionId, tx);
        const drafts = this.drafts.draft(
          'reminder',
          session,
          await this.guests.of(sessionId, tx),
          written,
          await this.letters.lackingConsent(sessionId, tx),
        );
        const locale = written.at(-1)?.locale ?? 'zh-CN';
        await this.drafts.ask({ kind: 'reminder', locale, askedBy: null }, session, drafts, tx);
      }
    });
  }

  /** The mail, or why it must not be sent any more; undefined when there is nothing to do. */
  private prepare(id: string): Promise<Mail | { reason: NonNullable<LetterEntity['reason']> } | undefined> {
    return this.database.as(WORKER, async (tx) => {
      const letter = await this.letters.find(id, tx);
      const guest = letter && (await this.guests.find(letter.guestId, tx));
      const session = guest && (await this.sessions.find(guest.sessionId, tx));
      if (letter?.state !== 'waiting' || !guest || !session || !this.mailer.isOn()) return undefined;
      const email = this.details.open(guest)?.email;
      const lacksConsent = (await this.letters.lackingConsent(session.id, tx)).has(guest.id);
      const { heldOn } = session;
      const today = dayOf(this.clock.now());
      const reason = whyNot(letter.kind, { guest, email, lacksConsent, heldOn, today });
      if (reason !== undefined || email === undefined) return { reason: reason ?? 'no-address' };
      const isAsAsked = heldOn === letter.heldOn && this.details.isAddressIndex(letter.addressIndex, email);
      if (!isAsAsked) return { reason: 'changed' };
      const found = await this.plans.findActivity(session.activityId, tx);
      const facts = {
        ...session,
        activity: found?.activity.name ?? '',
        label: guest.label,
        link: `${this.env.PUBLIC_URL?.replace(/\/$/, '') ?? ''}/invitation/${this.details.tokenOf(guest.id)}`,
      };
      return { to: email, id: letter.id, ...letterText(letter.kind, letter.locale, facts) };
    });
  }

  private settle(id: string, end: Pick<LetterEntity, 'state' | 'reason'>): Promise<void> {
    return this.database.as(WORKER, (tx) =>
      this.letters.settle(id, { ...end, settledAt: this.clock.now() }, tx),
    );
  }
}
