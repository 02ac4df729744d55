import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { Conflict, RuleBroken } from '../../common/errors';
import { GuestRepository } from '../../events/guests/guest.repository';
import { canReach } from '../../events/guests/guest.view';
import type { SessionEntity } from '../../events/sessions/session.entity';
import { SessionService } from '../../events/sessions/session.service';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { PlanService } from '../../plan/plan.service';
import { type LetterDraft, LetterDrafts } from './letter-drafts';
import type { LetterQuery, LettersView, SendLetters } from './letter.schema';
import { LetterRepository } from './letter.repository';
import { letterText } from './letter-text';

/** 邀请函: looked at first, then sent to those whom the actor invited or whose day they run. */
@Injectable()
export class LetterService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly guests: GuestRepository,
    private readonly letters: LetterRepository,
    private readonly drafts: LetterDrafts,
    private readonly plans: PlanService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** @throws 404 */
  async look(actor: Actor, sessionId: string, query: LetterQuery): Promise<LettersView> {
    const lacking = await this.lackingConsent(sessionId);
    return this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      return this.view(query, session, await this.draft(actor, query, session, lacking, tx), tx);
    });
  }

  /** @throws 404; 409 LETTER.MAIL_OFF; 422 LETTER.NOBODY when none of the guests can be written to */
  async send(actor: Actor, sessionId: string, { guests, ...query }: SendLetters): Promise<LettersView> {
    const lacking = await this.lackingConsent(sessionId);
    return this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      if (!this.works()) throw new Conflict('LETTER.MAIL_OFF', 'Mails cannot be sent');
      const chosen = new Set(guests);
      const drafts = (await this.draft(actor, query, session, lacking, tx)).filter(({ guest }) =>
        chosen.has(guest.id),
      );
      const asked = await this.drafts.ask({ ...query, askedBy: actor.userId }, session, drafts, tx);
      if (asked === 0) throw new RuleBroken('LETTER.NOBODY', 'None of these guests can be written to');
      return this.view(query, session, await this.draft(actor, query, session, lacking, tx), tx);
    });
  }

  private works(): boolean {
    return this.env.SMTP_URL !== undefined && this.env.PUBLIC_URL !== undefined;
  }

  /** Of persons the reader may know nothing of: whether they may be written to is all that is said. */
  private lackingConsent(sessionId: string): Promise<Set<string>> {
    return this.database.as(SYSTEM, (tx) => this.letters.lackingConsent(sessionId, tx));
  }

  private async draft(
    actor: Actor,
    { kind }: LetterQuery,
    session: SessionEntity,
    lacking: ReadonlySet<string>,
    tx: EntityManager,
  ): Promise<LetterDraft[]> {
    const guests = await this.guests.of(session.id, tx);
    const reached = guests.filter((guest) => actor.role === 'auditor' || canReach(actor, guest, session));
    return this.drafts.draft(kind, session, reached, await this.letters.of(session.id, tx), lacking);
  }

  private async view(
    { kind, locale }: LetterQuery,
    session: SessionEntity,
    drafts: readonly LetterDraft[],
    tx: EntityManager,
  ): Promise<LettersView> {
    const isReady = ({ earlier, reason }: LetterDraft) => earlier === undefined && reason === undefined;
    const found = await this.plans.findActivity(session.activityId, tx);
    const first = drafts.find(isReady) ?? drafts[0];
    return {
      works: this.works(),
      ...letterText(kind, locale, {
        ...session,
        activity: found?.activity.name ?? '',
        label: first?.guest.label ?? '…',
        link: '…/invitation/…',
      }),
      ready: drafts.filter(isReady).length,
      guests: drafts.map(({ guest, earlier, reason }) => ({
        id: guest.id,
        label: guest.label,
        state: earlier?.state ?? (reason ? 'withheld' : 'ready'),
        reason: earlier ? null : (reason ?? null),
        at: (earlier?.settledAt ?? earlier?.askedAt)?.toISOString() ?? null,
        byClock: earlier?.askedBy === null,
      })),
    };
  }
}
