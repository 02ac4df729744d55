import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { PersonKeys } from '../platform/crypto/person-keys';
import type { PersonContactEntity } from './person.entity';
import { PersonRepository } from './person.repository';
import type { Contact } from './talent.schema';

/** What a park keeps of a person; the identity number only of those who signed. */
export type Kept = Contact & { idNumber?: string };

const COLUMNS = { phone: 'phone', email: 'email', idNumber: 'id_number' } as const;

const place = (field: keyof Kept, rowId: string, personKey: Buffer) => ({
  table: 'person_contacts',
  column: COLUMNS[field],
  rowId,
  personKey,
});

/** Encrypts and reads how a park reaches a person. */
@Injectable()
export class PersonContacts {
  constructor(
    private readonly persons: PersonRepository,
    private readonly cipher: FieldCipher,
    private readonly keys: PersonKeys,
  ) {}

  /** Stores what is given; what is not stays. A park with no contact of a person still holds the empty row: it keeps them. */
  store(personId: string, parkId: string | null, contact: Kept, tx: EntityManager): Promise<void> {
    return this.storeAll(new Map([[personId, contact]]), parkId, tx);
  }

  /** The same for many persons, by id. */
  async storeAll(
    contacts: ReadonlyMap<string, Kept>,
    parkId: string | null,
    tx: EntityManager,
  ): Promise<void> {
    const personIds = [...contacts.keys()];
    const keys = await this.keys.keysOf(personIds, tx);
    const rows = await this.persons.findContacts(personIds, parkId, tx);
    const known = new Map(rows.map(({ personId, id }) => [personId, id]));
    const fresh: PersonContactEntity[] = [];
    for (const [personId, contact] of contacts) {
      const id = known.get(personId);
      const key = keys.get(personId);
      if (!key) throw new Error('A data key vanished while it was made.');
      if (id !== undefined) await this.change(id, this.seal(contact, id, key), tx);
      else fresh.push(this.newContact(personId, parkId, contact, key));
    }
    if (fresh.length > 0) await this.persons.insertContacts(fresh, tx);
  }

  /** In clear; empty where the park has none, or the person's key was destroyed. */
  async reveal(personId: string, parkId: string | null, tx: EntityManager): Promise<Contact> {
    const row = await this.persons.findContact(personId, parkId, tx);
    const key = await this.keys.find(personId, tx);
    if (!row || !key) return {};
    return {
      ...(row.phone && { phone: this.cipher.decrypt(row.phone, place('phone', row.id, key)) }),
      ...(row.email && { email: this.cipher.decrypt(row.email, place('email', row.id, key)) }),
    };
  }

  private async change(id: string, sealed: Partial<PersonContactEntity>, tx: EntityManager): Promise<void> {
    if (Object.keys(sealed).length > 0) await this.persons.updateContact(id, sealed, tx);
  }

  private newContact(
    personId: string,
    parkId: string | null,
    contact: Kept,
    key: Buffer,
  ): PersonContactEntity {
    const id = newId();
    const empty = { phone: null, email: null, idNumber: null };
    return { id, personId, parkId, ...empty, ...this.seal(contact, id, key) };
  }

  private seal({ phone, email, idNumber }: Kept, id: string, key: Buffer): Partial<PersonContactEntity> {
    const sealed = (field: keyof Kept, value: string) => this.cipher.encrypt(value, place(field, id, key));
    return {
      ...(phone !== undefined && { phone: sealed('phone', phone) }),
      ...(email !== undefined && { email: sealed('email', email) }),
      ...(idNumber !== undefined && { idNumber: sealed('idNumber', idNumber) }),
    };
  }
}
