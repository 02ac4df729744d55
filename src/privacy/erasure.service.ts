import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { Forbidden } from '../common/errors';
import { Database } from '../platform/database/database';
import { PersonGuard } from './person.guard';
import { PersonRemoval } from './person-removal';
import type { ErasePerson, Erased } from './privacy.schema';

/** Takes people out for good, at their wish. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly guard: PersonGuard,
    private readonly removal: PersonRemoval,
  ) {}

  /** For the person, or the platform on their behalf. It cannot be undone. @throws 404; 403 PERSON.NOT_YOURS for a park */
  async erase(actor: Actor, personId: string, { reason }: ErasePerson): Promise<Erased> {
    await this.guard.requireOwn(actor, personId);
    if (actor.role !== 'manager' && actor.personId !== personId)
      throw new Forbidden('PERSON.NOT_YOURS', 'The platform erases people, or they themselves do');
    return this.database.as(actor, async (tx) => ({
      profiles: await this.removal.takeOut(actor, personId, reason, tx),
    }));
  }
}
