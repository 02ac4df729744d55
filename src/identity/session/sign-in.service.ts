import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { DomainError, NotSignedIn } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { ActorRepository } from '../actor.repository';
import { AuditService } from '../audit/audit.service';
import { CredentialRepository } from '../user/credential.repository';
import { PasswordHasher } from '../user/password';
import { digestOf } from './session-token';
import { type OpenSession, SessionService } from './session.service';
import { ThrottleRepository } from './throttle.repository';

/** Failures before the next ones cost time: of one account, and of one address (a whole office may share it). */
const FREE_FAILURES = { account: 5, address: 50 };
const LONGEST_BLOCK_SECONDS = 900;

/** Opens a session for a name and a password, and tells nobody which of the two was wrong. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorRepository,
    private readonly credentials: CredentialRepository,
    private readonly throttles: ThrottleRepository,
    private readonly passwords: PasswordHasher,
    private readonly audit: AuditService,
    private readonly sessions: SessionService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * @param address where the request came from; only its digest is kept.
   * @throws 401 `AUTH.WRONG_PASSWORD` for an unknown, disabled or expired account too; 429 `AUTH.THROTTLED`.
   */
  async signIn(login: string, password: string, address: string): Promise<OpenSession & { actor: Actor }> {
    const account = digestOf(`account:${login.toLowerCase()}`);
    const origin = digestOf(`address:${address}`);
    const now = this.clock.now();
    const { actor, digest } = await this.database.as(SYSTEM, async (tx) => {
      await this.refuseBlocked([account, origin], now, tx);
      const found = await this.actors.findByLogin(login, dayOf(now), tx);
      return { actor: found, digest: found?.userId && (await this.credentials.findHash(found.userId, tx)) };
    });
    const matches = await this.passwords.matches(password, digest || undefined);
    await this.database.as(SYSTEM, async (tx) => {
      if (matches) return this.throttles.clear(account, tx);
      await this.throttles.countFailure(account, FREE_FAILURES.account, LONGEST_BLOCK_SECONDS, now, tx);
      await this.throttles.countFailure(origin, FREE_FAILURES.address, LONGEST_BLOCK_SECONDS, now, tx);
    });
    await this.note(matches ? 'session.opened' : 'session.refused', actor);
    if (!matches || !actor?.userId) {
      throw new NotSignedIn('AUTH.WRONG_PASSWORD', 'The account or the password is wrong');
    }
    return { actor, ...(await this.sessions.open(actor.userId)) };
  }

  private async refuseBlocked(keys: Buffer[], now: Date, tx: EntityManager): Promise<void> {
    const until = await this.throttles.findBlock(keys, now, tx);
    if (!until) return;
    const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
    throw new DomainError('AUTH.THROTTLED', 429, 'Too many attempts', {
      params: { seconds, retryAfter: seconds },
    });
  }

  private note(action: string, actor: Actor | undefined): Promise<void> {
    const subjectId = actor?.userId ?? null;
    return this.database.as(SYSTEM, (tx) =>
      this.audit.record(SYSTEM, action, { subjectKind: 'user', subjectId }, tx),
    );
  }
}
