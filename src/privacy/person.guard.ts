import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../common/actor';
import { NotFound } from '../common/errors';
import { Database } from '../platform/database/database';
import { canDecide } from '../records/record-rights';
import type { TalentEntity } from '../talent/talent.entity';
import { ProfileRepository } from './profile.repository';

/** Who may act for a person: the person, the platform, and a park that has a profile of them. */
@Injectable()
export class PersonGuard {
  constructor(
    private readonly database: Database,
    private readonly profiles: ProfileRepository,
  ) {}

  /**
   * The profiles of the person that the actor keeps; all of them for the person, whose account need not have made them.
   * @throws 404 PERSON.NOT_FOUND for everybody else
   */
  async requireOwn(actor: Actor, personId: string): Promise<TalentEntity[]> {
    const isSelf = actor.personId === personId;
    const found = await this.database.as(isSelf ? SYSTEM : actor, (tx) =>
      this.profiles.ofPerson(personId, tx),
    );
    const own = found.filter((profile) => isSelf || canDecide(actor, profile));
    if (own.length === 0) throw new NotFound('PERSON.NOT_FOUND', 'There is no such person');
    return own;
  }
}
