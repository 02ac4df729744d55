import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Conflict, NotFound, RuleBroken, Stale } from '../../common/errors';
import { newId } from '../../common/ids';
import type { Page } from '../../common/page';
import { InjectClock } from '../../platform/clock/clock.module';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { violatedConstraint } from '../../platform/database/database-error';
import { AuditService } from '../audit/audit.service';
import { SessionRepository } from '../session/session.repository';
import { requireGoodPassword } from './password-rule';
import { PasswordService } from './password.service';
import { type Rights, roleMistakes } from './role-rule';
import type { User } from './user.entity';
import { type Reach, UserRepository } from './user.repository';
import type { CreateUser, UpdateUser, UserQuery, UserView } from './user.schema';

const viewOf = (user: User, reach: Reach): UserView => ({
  id: user.id,
  login: user.login,
  name: user.name,
  role: user.role,
  ...reach,
  organisationId: user.organisationId,
  personId: user.personId,
  expiresOn: user.expiresOn,
  disabledAt: user.disabledAt?.toISOString() ?? null,
  createdAt: user.createdAt.toISOString(),
  version: user.version,
});

function requireFitting(rights: Rights): void {
  const errors = roleMistakes(rights);
  if (errors.length > 0) throw new RuleBroken('INPUT.INVALID', 'The rights do not fit the role', { errors });
}

/** The accounts of the platform, as a manager (or the seed) keeps them. */
@Injectable()
export class UserService {
  constructor(
    private readonly database: Database,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: PasswordService,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  list(actor: Actor, query: UserQuery): Promise<Page<UserView>> {
    return this.database.as(actor, async (tx) => {
      const { items, nextCursor } = await this.users.list(query, tx);
      const reach = await this.users.reachOf(
        items.map(({ id }) => id),
        tx,
      );
      return { items: items.map((user) => viewOf(user, reach.get(user.id)!)), nextCursor };
    });
  }

  get(actor: Actor, id: string): Promise<UserView> {
    return this.database.as(actor, (tx) => this.requireView(id, tx));
  }

  /** @throws 404 `USER.NOT_FOUND` */
  requireByLogin(actor: Actor, login: string): Promise<UserView> {
    return this.database.as(actor, async (tx) => {
      const user = await this.users.findByLogin(login, tx);
      if (user === null) throw new NotFound('USER.NOT_FOUND', 'There is no such account');
      return this.requireView(user.id, tx);
    });
  }

  /** Names by id, of those whom the transaction's actor may know. */
  namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    return this.users.namesOf(ids, tx);
  }

  /** Names by id, of the platform's and the parks' people: those whom everybody deals with. */
  staffNames(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    return this.users.staffNames(ids, tx);
  }

  /**
   * Makes an account. Without a password it gets a random one, which is returned this once.
   * @throws 409 `USER.LOGIN_TAKEN`; 422 when the rights do not fit the role.
   */
  async create(
    actor: Actor,
    { password, ...input }: CreateUser,
    sampleSet: string | null = null,
  ): Promise<UserView & { password?: string }> {
    requireFitting(input);
    if (password !== undefined && actor.userId !== null) this.requireGood(password, input.login);
    const id = newId();
    const { parkIds, activityIds, ...columns } = input;
    return this.database.asOne(actor, async (tx) => {
      await this.users.insert({ id, ...columns, sampleSet }, tx).catch((error: unknown) => {
        if (violatedConstraint(error) !== 'users_login') throw error;
        throw new Conflict('USER.LOGIN_TAKEN', 'This account name is taken', {
          errors: [{ pointer: '/login', detail: 'taken', code: 'USER.LOGIN_TAKEN' }],
        });
      });
      await this.users.setReach(id, { parkIds, activityIds }, tx);
      await this.audit.record(
        actor,
        'user.created',
        { subjectKind: 'user', subjectId: id, detail: { role: input.role } },
        tx,
      );
      const given = await this.passwords.give(id, password, password === undefined && sampleSet === null);
      const view = await this.requireView(id, tx);
      return password === undefined ? { ...view, password: given } : view;
    });
  }

  /** @throws 412 `USER.STALE` when somebody changed the user since `version`. */
  update(actor: Actor, id: string, version: number, changes: UpdateUser): Promise<UserView> {
    const { parkIds, activityIds, ...columns } = changes;
    return this.database.as(actor, async (tx) => {
      const before = await this.requireView(id, tx);
      requireFitting({ ...before, ...changes });
      await this.compareAndSet(id, version, columns, tx);
      await this.users.setReach(id, { parkIds, activityIds }, tx);
      await this.audit.record(actor, 'user.changed', { subjectKind: 'user', subjectId: id }, tx);
      return this.requireView(id, tx);
    });
  }

  /** Ends the account and, in the same moment, its sessions; `disabled` false opens it again. */
  async setDisabled(actor: Actor, id: string, disabled: boolean): Promise<UserView> {
    if (actor.userId === id) throw new RuleBroken('USER.NOT_ONESELF', 'One cannot disable oneself');
    return this.database.asOne(actor, async (tx) => {
      const { version } = await this.requireView(id, tx);
      await this.compareAndSet(id, version, { disabledAt: disabled ? this.clock.now() : null }, tx);
      const action = disabled ? 'user.disabled' : 'user.enabled';
      await this.audit.record(actor, action, { subjectKind: 'user', subjectId: id }, tx);
      if (disabled) await this.endSessions(id);
      return this.requireView(id, tx);
    });
  }

  private requireGood(password: string, login: string): void {
    requireGoodPassword(password, { login, hasSecondFactor: false, classes: this.env.PASSWORD_CLASSES });
  }

  private endSessions(id: string): Promise<void> {
    return this.database.as(SYSTEM, (tx) => this.sessions.removeAll(id, tx));
  }

  private async compareAndSet(
    id: string,
    version: number,
    changes: Partial<Pick<User, 'name' | 'expiresOn' | 'disabledAt'>>,
    tx: EntityManager,
  ): Promise<void> {
    if (!(await this.users.update(id, version, changes, tx))) {
      throw new Stale('USER.STALE', 'Somebody changed this user');
    }
  }

  private async requireView(id: string, tx: EntityManager): Promise<UserView> {
    const user = await this.users.find(id, tx);
    if (!user) throw new NotFound('USER.NOT_FOUND', 'There is no such user');
    const reach = await this.users.reachOf([id], tx);
    return viewOf(user, reach.get(id)!);
  }
}
