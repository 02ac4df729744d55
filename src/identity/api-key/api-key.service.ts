import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { Forbidden, NotFound } from '../../common/errors';
import { newId } from '../../common/ids';
import type { Page } from '../../common/page';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { ActorRepository } from '../actor.repository';
import { AuditService } from '../audit/audit.service';
import { digestOf } from '../session/session-token';
import type { ApiKey } from './api-key.entity';
import { ApiKeyRepository } from './api-key.repository';
import type { ApiKeyQuery, ApiKeyView, CreateApiKey } from './api-key.schema';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const BEARER = /^Bearer zc_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([\w-]{43})$/;

const viewOf = (key: ApiKey): ApiKeyView => ({
  id: key.id,
  userId: key.userId,
  name: key.name,
  scopes: key.scopes,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  usedAt: key.usedAt?.toISOString() ?? null,
  revokedAt: key.revokedAt?.toISOString() ?? null,
});

/** Keys that let a machine act as the user who made it: `zc_<id>_<secret>`, of which only a digest is kept. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeyRepository,
    private readonly actors: ActorRepository,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** One's own keys; a manager sees all. */
  list(actor: Actor, query: ApiKeyQuery): Promise<Page<ApiKeyView>> {
    return this.database.as(actor, async (tx) => {
      const { items, nextCursor } = await this.keys.list(query, tx);
      return { items: items.map(viewOf), nextCursor };
    });
  }

  /** Makes a key for the actor's own account; `key` is returned this once. */
  create(actor: Actor, { name, scopes, days }: CreateApiKey): Promise<ApiKeyView & { key: string }> {
    const { userId } = actor;
    if (userId === null) throw new Forbidden('AUTH.FORBIDDEN', 'A key belongs to a user');
    const id = newId();
    const secret = randomBytes(32).toString('base64url');
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    const stored = { id, userId, name, scopes: [...new Set(scopes)], createdAt, expiresAt };
    return this.database.as(actor, async (tx) => {
      await this.keys.insert({ ...stored, secretHash: digestOf(secret) }, tx);
      const subject = { subjectKind: 'api-key', subjectId: id, detail: { scopes: stored.scopes.join(' ') } };
      await this.audit.record(actor, 'api-key.created', subject, tx);
      const view = viewOf({ ...stored, secretHash: Buffer.alloc(0), usedAt: null, revokedAt: null });
      return { ...view, key: `zc_${id.replaceAll('-', '')}_${secret}` };
    });
  }

  /** @throws 404 when there is no such key, it is somebody else's, or it is revoked already. */
  revoke(actor: Actor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      if (!(await this.keys.revoke(id, this.clock.now(), tx))) {
        throw new NotFound('API_KEY.NOT_FOUND', 'There is no such API key');
      }
      await this.audit.record(actor, 'api-key.revoked', { subjectKind: 'api-key', subjectId: id }, tx);
    });
  }

  /** Whom the Authorization header `Bearer zc_…` speaks for, if anybody. */
  async find(authorization: string): Promise<{ actor: Actor; scopes: string[] } | undefined> {
    const parts = BEARER.exec(authorization)?.slice(1);
    const secret = parts?.pop();
    if (!parts || secret === undefined) return undefined;
    const now = this.clock.now();
    return this.database.as(SYSTEM, async (tx) => {
      const key = await this.keys.findLive(parts.join('-'), digestOf(secret), now, tx);
      const actor = key && (await this.actors.find(key.userId, dayOf(now), tx));
      if (!actor) return undefined;
      if (now.getTime() - (key.usedAt?.getTime() ?? 0) > MINUTE_MS) await this.keys.touch(key.id, now, tx);
      return { actor, scopes: key.scopes };
    });
  }
}
