import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { PersonKeys } from '../platform/crypto/person-keys';
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
  async store(personId: string, parkId: string | null, contact: Kept, tx: EntityManager): Promise<void> {
    const key = await this.keys.keyOf(personId, tx);
    const known = await this.persons.findContact(personId, parkId, tx);
    const id = known?.id ?? newId();
    const sealed = {
      ...(contact.phone !== undefined && {
        phone: this.cipher.encrypt(contact.phone, place('phone', id, key)),
      }),
      ...(contact.email !== undefined && {
        email: this.cipher.encrypt(contact.email, place('email', id, key)),
      }),
      ...(contact.idNumber !== undefined && {
        idNumber: this.cipher.encrypt(contact.idNumber, place('idNumber', id, key)),
      }),
    };
    if (!known) {
      const empty = { phone: null, email: null, idNumber: null };
      await this.persons.insertContact({ id, personId, parkId, ...empty, ...sealed }, tx);
    } else if (Object.keys(sealed).length > 0) {
      await this.persons.updateContact(id, sealed, tx);
    }
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
}
