import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';

/** Columns of an {@link Actor}, from users `u`. */
export const ACTOR_COLUMNS = `u.id AS "userId", u.role, u.organisation_id AS "organisationId", u.person_id AS "personId",
    ARRAY(SELECT park_id::text FROM user_parks WHERE user_id = u.id) AS "parkIds",
    ARRAY(SELECT activity_id::text FROM user_activities WHERE user_id = u.id) AS "activityIds"`;

/** Which users `u` may act on the day that `parameter` stands for. */
export const mayAct = (parameter: string): string =>
  `u.disabled_at IS NULL AND (u.expires_on IS NULL OR u.expires_on >= ${parameter}::date)`;

const ACTOR = `SELECT ${ACTOR_COLUMNS} FROM users u WHERE ${mayAct('$2')}`;

/** Users as the actors they are at this moment: never those disabled or past their last day. */
@Injectable()
export class ActorRepository {
  async find(userId: string, today: string, tx: EntityManager): Promise<Actor | undefined> {
    const [actor] = await tx.query<Actor[]>(`${ACTOR} AND id = $1`, [userId, today]);
    return actor;
  }

  async findByLogin(login: string, today: string, tx: EntityManager): Promise<Actor | undefined> {
    const [actor] = await tx.query<Actor[]>(`${ACTOR} AND login = lower($1)`, [login, today]);
    return actor;
  }
}
