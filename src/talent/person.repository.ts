import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { PersonContactEntity, PersonEntity } from './person.entity';

@Injectable()
export class PersonRepository {
  async insert(person: PersonEntity, tx: EntityManager): Promise<void> {
    await tx.insert(PersonEntity, person);
  }

  /** False when somebody of the same identity number is there already. */
  async insertIfNew(person: PersonEntity, tx: EntityManager): Promise<boolean> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(PersonEntity)
      .values(person)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  /** By any of the digests of one identity number. */
  findIdentified(digests: Buffer[], tx: EntityManager): Promise<PersonEntity | null> {
    return tx.findOneBy(PersonEntity, { idNumberIndex: In(digests) });
  }

  async update(id: string, changes: Partial<PersonEntity>, tx: EntityManager): Promise<void> {
    await tx.update(PersonEntity, { id }, changes);
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

  async insertContact(contact: PersonContactEntity, tx: EntityManager): Promise<void> {
    await tx.insert(PersonContactEntity, contact);
  }

  async updateContact(id: string, changes: Partial<PersonContactEntity>, tx: EntityManager): Promise<void> {
    await tx.update(PersonContactEntity, { id }, changes);
  }
}
