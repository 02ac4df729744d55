import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../common/clock';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { PersonContacts } from './person-contacts';
import { PersonRepository } from './person.repository';

const COLUMN = 'persons.id_number';

/** A person who proved who they are; `idNumber` is in the standard's form and its check character right. */
export interface IdentifiedInput {
  name: string;
  idNumber: string;
}

export interface Identified {
  personId: string;
  /** The name they are known by; it may be another than the one given, or null when they were deleted. */
  name: string | null;
  /** Keyed digest of the identity number. */
  index: Buffer;
}

/** Persons by identity number, which is asked for only when somebody signs. */
@Injectable()
export class PersonIdentities {
  constructor(
    private readonly persons: PersonRepository,
    private readonly contacts: PersonContacts,
    private readonly cipher: FieldCipher,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Keyed digest: equal for equal numbers, and nothing can be read from it. */
  indexOf(idNumber: string): Buffer {
    return this.cipher.blindIndex(idNumber, COLUMN);
  }

  /** The person of this number, entered now unless the network knows them; the park keeps the number, encrypted. */
  async ensure(
    { name, idNumber }: IdentifiedInput,
    parkId: string,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<Identified> {
    const index = this.indexOf(idNumber);
    const digests = this.cipher.blindIndexes(idNumber, COLUMN);
    const known =
      (await this.persons.findIdentified(digests, tx)) ??
      (await this.enter(name, index, sampleSet, tx)) ??
      (await this.persons.findIdentified(digests, tx));
    if (!known) throw new Error('A person vanished while they were entered.');
    await this.contacts.store(known.id, parkId, { idNumber }, tx);
    return { personId: known.id, name: known.name, index };
  }

  /** undefined when somebody entered the same person first. */
  private async enter(name: string, idNumberIndex: Buffer, sampleSet: string | null, tx: EntityManager) {
    const now = this.clock.now();
    const person = { id: newId(), name, idNumberIndex, phoneIndex: null, emailIndex: null, sampleSet };
    const entered = await this.persons.insertIfNew({ ...person, createdAt: now, updatedAt: now }, tx);
    return entered ? person : undefined;
  }
}
