import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { pinyinInitials } from '../common/pinyin-initials';
import { partsOf, rowsOf } from '../platform/database/rows';
import { PersonContactEntity, PersonEntity } from './person.entity';

/** A name that is taken away takes its initials along. */
const withInitials = <P extends Partial<PersonEntity>>(person: P): P =>
  person.name === undefined
    ? person
    : { ...person, initials: pinyinInitials(person.name ?? '', { name: true }) };

@Injectable()
export class PersonRepository {
  async insertAll(persons: readonly PersonEntity[], tx: EntityManager): Promise<void> {
    await tx.insert(PersonEntity, persons.map(withInitials));
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
    return ids.length === 0 ? Promise.resolve([]) : rowsOf(PersonEntity, 'WHERE id = ANY ($1)', [ids], tx);
  }

  /** Names by id, of those that have one. */
  async namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await partsOf(PersonEntity, ['id', 'name'], 'WHERE id = ANY ($1)', [ids], tx);
    return new Map(found.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  }

  /**
   * The ids of who has the same name and telephone number or e-mail address, by the `place` of what is asked; digests by
   * every key of the ring.
   */
  async findSame(
    wanted: readonly { place: number; name: string; phones: Buffer[]; emails: Buffer[] }[],
    tx: EntityManager,
  ): Promise<Map<number, string>> {
    const asked = wanted.flatMap(({ place, name, phones, emails }) =>
      Array.from({ length: Math.max(phones.length, emails.length) }, (_, at) => ({
        place,
        name,
        phone: phones[at] ?? null,
        email: emails[at] ?? null,
      })),
    );
    if (asked.length === 0) return new Map();
    const rows = await tx.query<{ place: number; id: string }[]>(
      `SELECT DISTINCT ON (w.place) w.place, p.id
       FROM unnest($1::int[], $2::text[], $3::bytea[], $4::bytea[]) AS w (place, name, phone, email)
         CROSS JOIN LATERAL (SELECT coalesce(merged_into, id) AS id FROM persons
           WHERE name = w.name AND (phone_index = w.phone OR email_index = w.email) ORDER BY persons.id LIMIT 1) p
       ORDER BY w.place, p.id`,
      [
        asked.map(({ place }) => place),
        asked.map(({ name }) => name),
        asked.map(({ phone }) => phone),
        asked.map(({ email }) => email),
      ],
    );
    return new Map(rows.map(({ place, id }) => [place, id]));
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
