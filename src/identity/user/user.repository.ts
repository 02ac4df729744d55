import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, newestFirst } from '../../platform/database/keyset';
import { rowsOf } from '../../platform/database/rows';
import { User } from './user.entity';
import type { UserQuery } from './user.schema';

/** The parks and activities a user works for. */
export interface Reach {
  parkIds: string[];
  activityIds: string[];
}

@Injectable()
export class UserRepository {
  async find(id: string, tx: EntityManager): Promise<User | null> {
    const [user] = await rowsOf(User, 'WHERE id = $1', [id], tx);
    return user ?? null;
  }

  findByLogin(login: string, tx: EntityManager): Promise<User | null> {
    return tx.findOneBy(User, { login: login.toLowerCase() });
  }

  list({ role, ...page }: UserQuery, tx: EntityManager): Promise<Page<User>> {
    const query = tx.createQueryBuilder(User, 'user');
    if (role) query.where({ role: In(role) });
    return findPage(query, newestFirst('user'), page);
  }

  async insert(user: Omit<User, 'createdAt' | 'version' | 'disabledAt'>, tx: EntityManager): Promise<void> {
    await tx.insert(User, user);
  }

  /** @returns whether the user still had `version`. */
  async update(
    id: string,
    version: number,
    changes: Partial<Pick<User, 'name' | 'expiresOn' | 'disabledAt'>>,
    tx: EntityManager,
  ): Promise<boolean> {
    const { affected } = await tx.update(User, { id, version }, { ...changes, version: version + 1 });
    return affected === 1;
  }

  /** Names by id. */
  async namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    const users = await tx.findBy(User, { id: In([...new Set(ids)]) });
    return new Map(users.map(({ id, name }) => [id, name]));
  }

  /** Names by id of managers, park leads and officers, also for who may not read accounts. */
  async staffNames(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; name: string }[]>('SELECT id, name FROM app.staff_names($1)', [
      [...new Set(ids)],
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Who works where, for several users at once. */
  async reachOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, Reach>> {
    const rows = await tx.query<(Reach & { id: string })[]>(
      `SELECT id, ARRAY(SELECT park_id::text FROM user_parks WHERE user_id = id ORDER BY 1) AS "parkIds",
         ARRAY(SELECT activity_id::text FROM user_activities WHERE user_id = id ORDER BY 1) AS "activityIds"
       FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
    return new Map(rows.map(({ id, ...reach }) => [id, reach]));
  }

  async setReach(userId: string, { parkIds, activityIds }: Partial<Reach>, tx: EntityManager): Promise<void> {
    if (parkIds) {
      await tx.query('DELETE FROM user_parks WHERE user_id = $1', [userId]);
      await tx.query('INSERT INTO user_parks SELECT DISTINCT $1::uuid, unnest($2::uuid[])', [
        userId,
        parkIds,
      ]);
    }
    if (activityIds) {
      await tx.query('DELETE FROM user_activities WHERE user_id = $1', [userId]);
      await tx.query('INSERT INTO user_activities SELECT DISTINCT $1::uuid, unnest($2::uuid[])', [
        userId,
        activityIds,
      ]);
    }
  }
}
