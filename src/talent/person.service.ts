import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../common/clock';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { PersonContacts } from './person-contacts';
import type { PersonEntity } from './person.entity';
import { PersonRepository } from './person.repository';
import type { Contact } from './talent.schema';

export interface PersonInput {
  name: string;
  contact?: Contact | undefined;
  sampleSet?: string | null;
}

const phoneOf = (typed: string): string => typed.replace(/\D/g, '');
const emailOf = (typed: string): string => typed.toLowerCase();

/** What two entries of one person have in common. */
const signsOf = ({ name, contact: { phone, email } = {} }: PersonInput): string[] => [
  ...(phone === undefined ? [] : [`${name}|${phoneOf(phone)}`]),
  ...(email === undefined ? [] : [`${name}|${emailOf(email)}`]),
];

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
    const [id] = await this.ensureAll([input], parkId, tx);
    return id as string;
  }

  /** The same for many, in order, by a handful of statements; somebody who is listed twice is one person. */
  async ensureAll(
    inputs: readonly PersonInput[],
    parkId: string | null,
    tx: EntityManager,
  ): Promise<string[]> {
    const known = await this.findKnownAll(inputs, tx);
    const listed = new Map<string, string>();
    const fresh: PersonEntity[] = [];
    const contacts = new Map<string, Contact>();
    const ids = inputs.map((input, at) => {
      const signs = signsOf(input);
      let id = known[at] ?? signs.map((sign) => listed.get(sign)).find((seen) => seen !== undefined);
      if (id === undefined) {
        id = newId();
        fresh.push(this.newPerson(id, input));
      }
      for (const sign of signs) listed.set(sign, id);
      contacts.set(id, { ...contacts.get(id), ...input.contact });
      return id;
    });
    if (fresh.length > 0) await this.persons.insertAll(fresh, tx);
    await this.contacts.storeAll(contacts, parkId, tx);
    return ids;
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
  namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    return this.persons.namesOf([...new Set(ids)], tx);
  }

  /** The ids of the persons of these names and telephone numbers or e-mail addresses, by position; undefined whom nobody knows. */
  async findKnownAll(inputs: readonly PersonInput[], tx: EntityManager): Promise<(string | undefined)[]> {
    const wanted = inputs.flatMap(({ name, contact: { phone, email } = {} }, place) => {
      if (phone === undefined && email === undefined) return [];
      const phones = phone === undefined ? [] : this.cipher.blindIndexes(phoneOf(phone), 'persons.phone');
      const emails = email === undefined ? [] : this.cipher.blindIndexes(emailOf(email), 'persons.email');
      return [{ place, name, phones, emails }];
    });
    const same = await this.persons.findSame(wanted, tx);
    return inputs.map((_, place) => same.get(place));
  }

  private newPerson(id: string, { name, contact = {}, sampleSet = null }: PersonInput): PersonEntity {
    const now = this.clock.now();
    const indexes = { phoneIndex: null, emailIndex: null, idNumberIndex: null, ...this.indexesOf(contact) };
    return { id, name, sampleSet, mergedInto: null, ...indexes, createdAt: now, updatedAt: now };
  }

  private indexesOf({ phone, email }: Contact) {
    return {
      ...(phone !== undefined && { phoneIndex: this.cipher.blindIndex(phoneOf(phone), 'persons.phone') }),
      ...(email !== undefined && { emailIndex: this.cipher.blindIndex(emailOf(email), 'persons.email') }),
    };
  }
}
