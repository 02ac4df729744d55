import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { ConsentService } from '../identity/consent/consent.service';
import { RecordFramer } from '../records/record-framer';
import { isAtHome } from '../records/record-rights';
import { PersonRepository } from './person.repository';
import { PersonService } from './person.service';
import type { TalentEntity } from './talent.entity';
import { type TalentView, talentViewOf } from './talent.view';

/** Answers about talents: by name at home, elsewhere only with the person's consent. */
@Injectable()
export class TalentPresenter {
  constructor(
    private readonly framer: RecordFramer,
    private readonly persons: PersonService,
    private readonly profiles: PersonRepository,
    private readonly consents: ConsentService,
  ) {}

  async views(actor: Actor, talents: readonly TalentEntity[], tx: EntityManager): Promise<TalentView[]> {
    const ids = talents.flatMap(({ personId }) => personId ?? []);
    const names = await this.persons.namesOf(ids, tx);
    const named = await this.consents.having('matching', ids, tx);
    const elsewhere = await this.profiles.areKnownElsewhere(talents, tx);
    const frames = await this.framer.frames(actor, talents, tx);
    return talents.map((talent, at) => {
      const frame = frames[at] as (typeof frames)[number];
      const { personId } = talent;
      const open = isAtHome(actor, talent) || (personId !== null && named.has(personId));
      const name = personId === null ? undefined : names.get(personId);
      const knownToNetwork = isAtHome(actor, talent) && elsewhere[at] === true;
      const shown = open ? frame : { ...frame, disclosure: 'summary' as const };
      return talentViewOf(talent, { name, knownToNetwork }, shown);
    });
  }
}
