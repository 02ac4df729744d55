import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConsentService } from '../identity/consent/consent.service';
import { PersonContacts } from '../talent/person-contacts';
import { PersonService } from '../talent/person.service';
import type { TalentEntity } from '../talent/talent.entity';
import type { PersonCopy } from './privacy.schema';
import { ProfileRepository } from './profile.repository';

/** Everything that is kept of a person beside their profiles. */
@Injectable()
export class PersonFile {
  constructor(
    private readonly profiles: ProfileRepository,
    private readonly persons: PersonService,
    private readonly contacts: PersonContacts,
    private readonly consents: ConsentService,
  ) {}

  /** With the contact and the matches of `profiles` only. */
  async read(
    personId: string,
    profiles: readonly TalentEntity[],
    tx: EntityManager,
  ): Promise<Omit<PersonCopy, 'profiles' | 'madeAt'>> {
    const ids = profiles.map(({ id }) => id);
    const looks = await this.profiles.looksAt(personId, tx);
    return {
      name: (await this.persons.namesOf([personId], tx)).get(personId) ?? null,
      contact: await this.contactOf(personId, profiles, tx),
      consents: await this.consentsOf(personId, tx),
      matches: await this.profiles.matchesOf(ids, tx),
      signings: await this.profiles.signingsOf(personId, tx),
      looks: looks.map((look) => ({ ...look, at: look.at.toISOString() })),
    };
  }

  private async consentsOf(personId: string, tx: EntityManager): Promise<PersonCopy['consents']> {
    const history = await this.consents.history(personId, tx);
    return history.map(({ purpose, textVersion, givenAt, withdrawnAt }) => ({
      purpose,
      textVersion,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    }));
  }

  /** The first park's that has any. */
  private async contactOf(
    personId: string,
    profiles: readonly TalentEntity[],
    tx: EntityManager,
  ): Promise<PersonCopy['contact']> {
    for (const { parkId } of profiles) {
      const contact = await this.contacts.reveal(personId, parkId, tx);
      if (Object.keys(contact).length > 0) return contact;
    }
    return {};
  }
}
