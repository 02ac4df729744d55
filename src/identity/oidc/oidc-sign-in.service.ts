import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { NotSignedIn } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { ActorRepository } from '../actor.repository';
import { AuditService } from '../audit/audit.service';
import { type OpenSession, SessionService } from '../session/session.service';
import { ExternalIdentityRepository } from './external-identity.repository';
import type { ExternalIdentity } from './oidc-flow';

/** Opens sessions for whom the identity provider vouches. Accounts and roles are made here; the provider makes none. */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly database: Database,
    private readonly externals: ExternalIdentityRepository,
    private readonly actors: ActorRepository,
    private readonly sessions: SessionService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * The first time an identity comes, it is tied to the account of the same name for good. The provider has asked for
   * its own second factor, so none is asked here.
   * @throws 401 AUTH.OIDC_UNKNOWN for an identity without an account, or one that is disabled
   */
  async signIn(identity: ExternalIdentity): Promise<OpenSession> {
    const actor = await this.database.asOne(SYSTEM, async (tx) => {
      const found = await this.actorOf(identity, tx);
      const action = found ? 'session.opened' : 'session.refused';
      const subject = { subjectKind: 'user', subjectId: found?.userId ?? null, detail: { by: 'oidc' } };
      await this.audit.record(SYSTEM, action, subject, tx);
      return found;
    });
    if (!actor?.userId) throw new NotSignedIn('AUTH.OIDC_UNKNOWN', 'This identity has no account here');
    return this.sessions.open(actor.userId, null);
  }

  private async actorOf(
    { issuer, subject, login }: ExternalIdentity,
    tx: EntityManager,
  ): Promise<Actor | undefined> {
    const today = dayOf(this.clock.now());
    const known = await this.externals.findUser(issuer, subject, tx);
    if (known !== undefined) return this.actors.find(known, today, tx);
    const actor = login === undefined ? undefined : await this.actors.findByLogin(login, today, tx);
    const isTied =
      actor?.userId && (await this.externals.link(issuer, subject, actor.userId, this.clock.now(), tx));
    return isTied ? actor : undefined;
  }
}
