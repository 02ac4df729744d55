import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';

/** As an {@link Actor}, from what app.acting_users() returns as `u`. */
const ACTOR = `SELECT u.id AS "userId", u.role, u.organisation_id AS "organisationId", u.person_id AS "personId",
    u.park_ids AS "parkIds", u.activity_ids AS "activityIds"
  FROM app.acting_users($2) u`;

/** Users as the actors they are at this moment: never those disabled or past their last day. */
@Injectable()
export class ActorRepository {
  async find(userId: string, today: string, tx: EntityManager): Promise<Actor | undefined> {
    const [actor] = await tx.query<Actor[]>(`${ACTOR} WHERE u.id = $1`, [userId, today]);
    return actor;
  }

  async findByLogin(login: string, today: string, tx: EntityManager): Promise<Actor | undefined> {
    const [actor] = await tx.query<Actor[]>(`${ACTOR} WHERE u.login = lower($1)`, [login, today]);
    return actor;
  }
}
