import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { pinyinInitials } from '../common/pinyin-initials';
import { PersonContactEntity, PersonEntity } from './person.entity';

/** A name that is taken away takes its initials along. */
const withInitials = <P extends Partial<PersonEntity>>(person: P): P =>
  person.name === undefined
    ? person
    : { ...person, initials: pinyinInitials(person.name ?? '', { name: true }) };

@Injectable()
export class PersonRepository {
  async insert(person: PersonEntity, tx: EntityManager): Promise<void> {
    await tx.insert(PersonEntity, withInitials(person));
  }

  /** Leaves out those whose identity number is there already. */
  async insertNew(persons: readonly PersonEntity[], tx: EntityManager): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(PersonEntity)
      .values(persons.map(withInitials))
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  /** By any of these digests of identity numbers. */
  findIdentified(digests: Buffer[], tx: EntityManager): Promise<PersonEntity[]> {
    return tx.findBy(PersonEntity, { idNumberIndex: In(digests), mergedInto: IsNull() });
  }

  /** Those of `profiles` whose person has a profile in another park too, by position. */
  async areKnownElsewhere(
    profiles: readonly { personId: string | null; parkId: string | null }[],
    tx: EntityManager,
  ): Promise<boolean[]> {
    const rows = await tx.query<{ known: boolean }[]>(
      `SELECT p.person IS NOT NULL AND app.known_to_network(p.person, p.park) AS known
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS p (person, park, place) ORDER BY place`,
      [profiles.map(({ personId }) => personId), profiles.map(({ parkId }) => parkId)],
    );
    return rows.map(({ known }) => known);
  }

  async update(id: string, changes: Partial<PersonEntity>, tx: EntityManager): Promise<void> {
    await tx.update(PersonEntity, { id }, withInitials(changes));
  }

  findAll(ids: readonly string[], tx: EntityManager): Promise<PersonEntity[]> {
    return ids.length === 0 ? Promise.resolve([]) : tx.findBy(PersonEntity, { id: In([...ids]) });
  }

  /** Of the same name and telephone number or e-mail address, whichever key of the ring made the digest. */
  findSame(
    { name, phone, email }: { name: string; phone: Buffer[]; email: Buffer[] },
    tx: EntityManager,
  ): Promise<PersonEntity | null> {
    return tx
      .createQueryBuilder(PersonEntity, 'p')
      .where('p.name = :name AND (p.phoneIndex = ANY (:phone) OR p.emailIndex = ANY (:email))', {
        name,
        phone,
        email,
      })
      .orderBy('p.id')
      .limit(1)
      .getOne();
  }

  findContact(
    personId: string,
    parkId: string | null,
    tx: EntityManager,
  ): Promise<PersonContactEntity | null> {
    return tx.findOneBy(PersonContactEntity, { personId, parkId: parkId ?? IsNull() });
  }

  findContacts(
    personIds: readonly string[],
    parkId: string | null,
    tx: EntityManager,
  ): Promise<PersonContactEntity[]> {
    return tx.findBy(PersonContactEntity, { personId: In([...personIds]), parkId: parkId ?? IsNull() });
  }

  async insertContacts(contacts: readonly PersonContactEntity[], tx: EntityManager): Promise<void> {
    await tx.insert(PersonContactEntity, [...contacts]);
  }

  async updateContact(id: string, changes: Partial<PersonContactEntity>, tx: EntityManager): Promise<void> {
    await tx.update(PersonContactEntity, { id }, changes);
  }
}
