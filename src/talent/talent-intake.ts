import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Content } from '../records/new-record';
import { type Placed, Placement } from '../records/placement';
import { sharedChanges, sharedContent } from '../records/stated';
import { PersonService } from './person.service';
import { detailsOf, headlineOf, ownChanges } from './talent-content';
import type { TalentEntity } from './talent.entity';
import type { CreateTalent, EditTalent } from './talent.schema';

/** Reads profiles: the person goes one way, encrypted, and what is matched another, without a name. */
@Injectable()
export class TalentIntake {
  constructor(
    private readonly placement: Placement,
    private readonly persons: PersonService,
  ) {}

  /** The person is entered, or recognised, on the way. A talent's own account stays the person it is. */
  async contentOf(
    actor: Actor,
    input: CreateTalent,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<Content<TalentEntity>> {
    const { park, visibility } = input;
    const placed = await this.placement.of(actor, { park, visibility }, tx);
    const { name, contact } = input;
    const personId =
      actor.personId ?? (await this.persons.ensure({ name, contact, sampleSet }, placed.parkId, tx));
    return contentFor(personId, input, placed);
  }

  /** The profiles of a list of people, who are entered or recognised on the way: all of one place. */
  async contentsOf(
    inputs: readonly CreateTalent[],
    placed: Placed,
    tx: EntityManager,
  ): Promise<Content<TalentEntity>[]> {
    const persons = await this.persons.ensureAll(inputs, placed.parkId, tx);
    return inputs.map((input, at) => contentFor(persons[at] as string, input, placed));
  }

  /** The columns a PATCH changes; name and contact are stored with the person. */
  async changes(before: TalentEntity, input: EditTalent, tx: EntityManager): Promise<Partial<TalentEntity>> {
    const { title: _professionalTitle, name, contact, ...shared } = input;
    if (before.personId !== null)
      await this.persons.change(before.personId, before.parkId, { name, contact }, tx);
    return { ...(await sharedChanges(shared, this.placement, tx)), ...ownChanges(before, input) };
  }
}

const contentFor = (personId: string, input: CreateTalent, placed: Placed): Content<TalentEntity> => ({
  ...sharedContent({ ...input, title: headlineOf(input) }),
  ...placed,
  // An employer must not find its people here: a talent belongs to a park and to the person.
  organisationId: null,
  personId,
  tier: input.tier,
  details: detailsOf(input),
  must: [],
});
