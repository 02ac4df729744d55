import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, newestFirst } from '../../platform/database/keyset';
import { ApiKey } from './api-key.entity';
import type { ApiKeyQuery } from './api-key.schema';

@Injectable()
export class ApiKeyRepository {
  async insert(key: Omit<ApiKey, 'usedAt' | 'revokedAt'>, tx: EntityManager): Promise<void> {
    await tx.insert(ApiKey, key);
  }

  find(id: string, tx: EntityManager): Promise<ApiKey | null> {
    return tx.findOneBy(ApiKey, { id });
  }

  /** The key whose secret has this digest, if it works at `now`. */
  findLive(id: string, secretHash: Buffer, now: Date, tx: EntityManager): Promise<ApiKey | null> {
    return tx
      .createQueryBuilder(ApiKey, 'key')
      .where('key.id = :id AND key.secretHash = :secretHash', { id, secretHash })
      .andWhere('key.revokedAt IS NULL AND key.expiresAt > :now', { now })
      .getOne();
  }

  list(page: ApiKeyQuery, tx: EntityManager): Promise<Page<ApiKey>> {
    return findPage(tx.createQueryBuilder(ApiKey, 'key'), newestFirst('key'), page);
  }

  async touch(id: string, usedAt: Date, tx: EntityManager): Promise<void> {
    await tx.update(ApiKey, { id }, { usedAt });
  }

  /** @returns whether there was a key to revoke. */
  async revoke(id: string, revokedAt: Date, tx: EntityManager): Promise<boolean> {
    const { affected } = await tx.update(ApiKey, { id, revokedAt: IsNull() }, { revokedAt });
    return affected === 1;
  }
}
