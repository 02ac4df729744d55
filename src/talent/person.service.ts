import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../common/clock';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { PersonContacts } from './person-contacts';
import { PersonRepository } from './person.repository';
import type { Contact } from './talent.schema';

export interface PersonInput {
  name: string;
  contact?: Contact | undefined;
  sampleSet?: string | null;
}

const phoneOf = (typed: string): string => typed.replace(/\D/g, '');
const emailOf = (typed: string): string => typed.toLowerCase();

/** Persons, each once in the network. Every method takes part in the caller's transaction. */
@Injectable()
export class PersonService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: PersonContacts,
    private readonly cipher: FieldCipher,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** The id of the person of this name and contact, entered now unless the network knows them; the park keeps the contact. */
  async ensure(input: PersonInput, parkId: string | null, tx: EntityManager): Promise<string> {
    const contact = input.contact ?? {};
    const known = await this.findKnown(input.name, contact, tx);
    const id = known ?? newId();
    if (known === undefined) {
      const now = this.clock.now();
      const indexes = { phoneIndex: null, emailIndex: null, idNumberIndex: null, ...this.indexesOf(contact) };
      const stated = { id, name: input.name, sampleSet: input.sampleSet ?? null };
      const person = { ...stated, mergedInto: null, ...indexes };
      await this.persons.insert({ ...person, createdAt: now, updatedAt: now }, tx);
    }
    await this.contacts.store(id, parkId, contact, tx);
    return id;
  }

  async change(
    id: string,
    parkId: string | null,
    { name, contact }: Partial<PersonInput>,
    tx: EntityManager,
  ): Promise<void> {
    if (name === undefined && contact === undefined) return;
    const stated = { ...(name !== undefined && { name }), ...this.indexesOf(contact ?? {}) };
    await this.contacts.store(id, parkId, contact ?? {}, tx);
    await this.persons.update(id, { ...stated, updatedAt: this.clock.now() }, tx);
  }

  /** Names by id, of those that the transaction's actor may know and that were not deleted. */
  async namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    const found = await this.persons.findAll([...new Set(ids)], tx);
    return new Map(found.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  }

  /** The id of the person of this name and telephone number or e-mail address, if the network knows them. */
  async findKnown(name: string, { phone, email }: Contact, tx: EntityManager): Promise<string | undefined> {
    if (phone === undefined && email === undefined) return undefined;
    const wanted = {
      name,
      phone: phone === undefined ? [] : this.cipher.blindIndexes(phoneOf(phone), 'persons.phone'),
      email: email === undefined ? [] : this.cipher.blindIndexes(emailOf(email), 'persons.email'),
    };
    const same = await this.persons.findSame(wanted, tx);
    return same?.mergedInto ?? same?.id;
  }

  private indexesOf({ phone, email }: Contact) {
    return {
      ...(phone !== undefined && { phoneIndex: this.cipher.blindIndex(phoneOf(phone), 'persons.phone') }),
      ...(email !== undefined && { emailIndex: this.cipher.blindIndex(emailOf(email), 'persons.email') }),
    };
  }
}
