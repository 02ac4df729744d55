import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { NotSignedIn } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { ActorRepository } from '../actor.repository';
import { AuditService } from '../audit/audit.service';
import { CredentialRepository } from '../user/credential.repository';
import { PasswordHasher } from '../user/password';
import { type OpenSession, SessionService } from './session.service';
import { SignInSteps } from './sign-in-steps';
import { type Throttled, ThrottleService } from './throttle.service';

/** Opens a session for a name and a password, and tells nobody which of the two was wrong. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly actors: ActorRepository,
    private readonly credentials: CredentialRepository,
    private readonly throttles: ThrottleService,
    private readonly passwords: PasswordHasher,
    private readonly audit: AuditService,
    private readonly sessions: SessionService,
    private readonly steps: SignInSteps,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * @param address where the request came from; only its digest is kept.
   * @returns a session; `pending` says what is still asked before it opens anything.
   * @throws 401 `AUTH.WRONG_PASSWORD` for an unknown, disabled or expired account too; 429 `AUTH.THROTTLED`.
   */
  async signIn(login: string, password: string, address: string): Promise<OpenSession & { actor: Actor }> {
    const account: Throttled = { by: 'account', value: login.toLowerCase() };
    const origin: Throttled = { by: 'address', value: address };
    const now = this.clock.now();
    const { actor, digest } = await this.database.as(SYSTEM, async (tx) => {
      await this.throttles.require([account, origin], tx);
      const found = await this.actors.findByLogin(login, dayOf(now), tx);
      return {
        actor: found,
        digest: found?.userId && (await this.credentials.findHash(found.userId, now, tx)),
      };
    });
    const matches = await this.passwords.matches(password, digest || undefined);
    await this.database.as(SYSTEM, (tx) =>
      matches ? this.throttles.clear(account, tx) : this.throttles.countFailure([account, origin], tx),
    );
    await this.note(matches ? 'session.opened' : 'session.refused', actor);
    if (!matches || !actor?.userId) {
      throw new NotSignedIn('AUTH.WRONG_PASSWORD', 'The account or the password is wrong');
    }
    return { actor, ...(await this.sessions.open(actor.userId, await this.steps.first(actor))) };
  }

  private note(action: string, actor: Actor | undefined): Promise<void> {
    const subjectId = actor?.userId ?? null;
    return this.database.as(SYSTEM, (tx) =>
      this.audit.record(SYSTEM, action, { subjectKind: 'user', subjectId }, tx),
    );
  }
}
