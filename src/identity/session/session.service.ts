import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { NotFound, NotSignedIn } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { LeftoversRepository } from './leftovers.repository';
import type { OwnSession } from './session.schema';
import { digestOf, newToken } from './session-token';
import { type LiveSession, SessionRepository } from './session.repository';
import type { Step } from './sign-in-steps';

const MINUTE_MS = 60_000;

export interface OpenSession {
  token: string;
  expiresAt: Date;
  pending: Step | null;
}

/** Sessions of people: kept in PostgreSQL, so that ending one is final at once, on every process. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly leftovers: LeftoversRepository,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Opens a session, and takes the occasion to sweep up what has expired. */
  async open(userId: string, pending: Step | null): Promise<OpenSession> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.env.SESSION_HOURS * 60 * MINUTE_MS);
    const token = newToken();
    await this.database.as(SYSTEM, async (tx) => {
      await this.leftovers.remove(now, tx);
      await this.sessions.insert(digestOf(token), userId, now, expiresAt, pending, tx);
    });
    return { token, expiresAt, pending };
  }

  /** Goes on with a session under a new token, so that one known from before the step opens nothing after it. */
  async renew(token: string, pending: Step | null): Promise<OpenSession> {
    const next = newToken();
    const kept = await this.database.as(SYSTEM, (tx) =>
      this.sessions.renew(digestOf(token), digestOf(next), pending, tx),
    );
    if (!kept) throw new NotSignedIn('AUTH.REQUIRED', 'The session has ended');
    return { token: next, expiresAt: kept.expiresAt, pending };
  }

  /** Who `token` speaks for now, if anybody; counts as use of the session. */
  async find(token: string): Promise<LiveSession | undefined> {
    const now = this.clock.now();
    const digest = digestOf(token);
    const session = await this.database.asNobody((tx) =>
      this.sessions.findLive(digest, now, this.idleSince(now), dayOf(now), tx),
    );
    // One write a minute is exact enough for an idle limit of minutes, and spares one on every request.
    if (session && now.getTime() - session.seenAt.getTime() > MINUTE_MS)
      await this.database.as(SYSTEM, (tx) => this.sessions.touch(digest, now, tx));
    return session;
  }

  close(token: string): Promise<void> {
    return this.database.as(SYSTEM, (tx) => this.sessions.remove(digestOf(token), tx));
  }

  /** Where a person is signed in; `token` is the session they ask with. */
  list(userId: string, token: string): Promise<OwnSession[]> {
    const now = this.clock.now();
    return this.database.as(SYSTEM, async (tx) => {
      const found = await this.sessions.ofUser(userId, now, this.idleSince(now), tx);
      return found.map(({ tokenHash, createdAt, seenAt, expiresAt }) => ({
        id: tokenHash.toString('hex'),
        current: tokenHash.equals(digestOf(token)),
        createdAt: createdAt.toISOString(),
        seenAt: seenAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      }));
    });
  }

  /** Ends a session of one's own. @throws 404 AUTH.SESSION_NOT_FOUND */
  async end(userId: string, id: string): Promise<void> {
    const ended = await this.database.as(SYSTEM, (tx) =>
      this.sessions.removeOf(userId, Buffer.from(id, 'hex'), tx),
    );
    if (!ended) throw new NotFound('AUTH.SESSION_NOT_FOUND', 'There is no such session');
  }

  private idleSince(now: Date): Date {
    return new Date(now.getTime() - this.env.SESSION_IDLE_MINUTES * MINUTE_MS);
  }
}
