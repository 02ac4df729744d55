import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';

const ACTOR = `SELECT id AS "userId", role, organisation_id AS "organisationId", person_id AS "personId",
    ARRAY(SELECT park_id::text FROM user_parks WHERE user_id = id) AS "parkIds",
    ARRAY(SELECT activity_id::text FROM user_activities WHERE user_id = id) AS "activityIds"
  FROM users WHERE disabled_at IS NULL AND (expires_on IS NULL OR expires_on >= $2::date)`;

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
