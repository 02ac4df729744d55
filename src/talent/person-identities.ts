import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../common/clock';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { PersonContacts } from './person-contacts';
import type { PersonEntity } from './person.entity';
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

  /**
   * The persons of these numbers, in order, entered now unless the network knows them; the park keeps the numbers,
   * encrypted. Each number at most once.
   */
  async ensureAll(
    people: readonly IdentifiedInput[],
    parkId: string,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<Identified[]> {
    const known = await this.find(people, tx);
    const fresh = people.filter(({ idNumber }) => !known.has(idNumber));
    if (fresh.length > 0) {
      await this.persons.insertNew(this.rowsOf(fresh, sampleSet), tx);
      for (const [idNumber, person] of await this.find(fresh, tx)) known.set(idNumber, person);
    }
    const found = people.map(({ idNumber }) => {
      const person = known.get(idNumber);
      if (!person) throw new Error('A person vanished while they were entered.');
      return { personId: person.id, name: person.name, index: this.indexOf(idNumber), idNumber };
    });
    const numbers = new Map(found.map(({ personId, idNumber }) => [personId, { idNumber }]));
    await this.contacts.storeAll(numbers, parkId, tx);
    return found.map(({ idNumber: _stays, ...identified }) => identified);
  }

  /** Those who are known, by number, whichever key of the ring made their digest. */
  private async find(
    people: readonly IdentifiedInput[],
    tx: EntityManager,
  ): Promise<Map<string, PersonEntity>> {
    const digests = people.map(({ idNumber }) => ({
      idNumber,
      made: this.cipher.blindIndexes(idNumber, COLUMN),
    }));
    const persons = await this.persons.findIdentified(
      digests.flatMap(({ made }) => made),
      tx,
    );
    const byDigest = new Map(persons.map((person) => [person.idNumberIndex?.toString('hex'), person]));
    return new Map(
      digests.flatMap(({ idNumber, made }) => {
        const person = made.map((digest) => byDigest.get(digest.toString('hex'))).find(Boolean);
        return person ? [[idNumber, person] as const] : [];
      }),
    );
  }

  private rowsOf(people: readonly IdentifiedInput[], sampleSet: string | null): PersonEntity[] {
    const now = this.clock.now();
    return people.map(({ name, idNumber }) => ({
      id: newId(),
      name,
      phoneIndex: null,
      emailIndex: null,
      idNumberIndex: this.indexOf(idNumber),
      mergedInto: null,
      sampleSet,
      createdAt: now,
      updatedAt: now,
    }));
  }
}
