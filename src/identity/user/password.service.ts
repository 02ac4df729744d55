import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound, RuleBroken } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { AuditService } from '../audit/audit.service';
import { SecondFactorRepository } from '../second-factor/second-factor.repository';
import { SessionRepository } from '../session/session.repository';
import { type Throttled, ThrottleService } from '../session/throttle.service';
import { CredentialRepository } from './credential.repository';
import { PasswordHasher, randomPassword } from './password';
import { requireGoodPassword } from './password-rule';
import { UserRepository } from './user.repository';

/** A password that somebody else chose is for choosing one's own, and soon. */
const TEMPORARY_MS = 72 * 3_600_000;

/** The passwords of accounts: given once, chosen anew, asked for again. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly users: UserRepository,
    private readonly credentials: CredentialRepository,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly throttles: ThrottleService,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Stores a first password, random unless `given`; a temporary one works for 72 hours, for choosing another. */
  async give(id: string, given: string | undefined, isTemporary: boolean): Promise<string> {
    const password = given ?? randomPassword();
    await this.put(id, await this.hasher.hash(password), isTemporary);
    return password;
  }

  /** Gives the account a random password, returned this once and good for 72 hours, and ends its sessions. */
  async reset(actor: Actor, id: string): Promise<string> {
    const password = randomPassword();
    const hash = await this.hasher.hash(password);
    await this.database.asOne(actor, async (tx) => {
      await this.requireLogin(id, tx);
      await this.put(id, hash, true);
      await this.endSessions(id);
      await this.audit.record(actor, 'user.password-reset', { subjectKind: 'user', subjectId: id }, tx);
    });
    return password;
  }

  /**
   * Changes the actor's own password and ends all their sessions, so that whoever had the old one is out.
   * @throws 422 `USER.WRONG_PASSWORD` when `current` is not theirs, `INPUT.INVALID` for one that is easy to guess; 429
   */
  async change(actor: Actor, current: string, password: string): Promise<void> {
    const id = actor.userId ?? '';
    await this.requireOwn(actor, current);
    const context = await this.database.as(SYSTEM, async (tx) => ({
      login: await this.requireLogin(id, tx),
      hasSecondFactor: await this.factors.isConfirmed(id, tx),
    }));
    requireGoodPassword(password, { ...context, classes: this.env.PASSWORD_CLASSES });
    if (password === current) throw new RuleBroken('USER.SAME_PASSWORD', 'The password is the one before');
    const hash = await this.hasher.hash(password);
    await this.database.asOne(actor, async (tx) => {
      await this.put(id, hash, false);
      await this.endSessions(id);
      await this.audit.record(actor, 'user.password-changed', { subjectKind: 'user', subjectId: id }, tx);
    });
  }

  /** @throws 422 `USER.WRONG_PASSWORD`; 429 `AUTH.THROTTLED` after too many */
  async requireOwn({ userId }: Actor, password: string): Promise<void> {
    const throttled: Throttled = { by: 'password', value: userId ?? '' };
    const digest = await this.database.as(SYSTEM, async (tx) => {
      await this.throttles.require([throttled], tx);
      return this.credentials.findHash(userId ?? '', this.clock.now(), tx);
    });
    const matches = await this.hasher.matches(password, digest);
    await this.database.as(SYSTEM, (tx) =>
      matches ? this.throttles.clear(throttled, tx) : this.throttles.countFailure([throttled], tx),
    );
    if (!matches) throw new RuleBroken('USER.WRONG_PASSWORD', 'The current password is wrong');
  }

  private async requireLogin(id: string, tx: EntityManager): Promise<string> {
    const user = await this.users.find(id, tx);
    if (!user) throw new NotFound('USER.NOT_FOUND', 'There is no such user');
    return user.login;
  }

  private endSessions(id: string): Promise<void> {
    return this.database.as(SYSTEM, (tx) => this.sessions.removeAll(id, tx));
  }

  private put(id: string, hash: string, isTemporary: boolean): Promise<void> {
    const at = this.clock.now();
    const temporaryUntil = isTemporary ? new Date(at.getTime() + TEMPORARY_MS) : null;
    return this.database.as(SYSTEM, (tx) => this.credentials.put(id, { hash, at, temporaryUntil }, tx));
  }
}
