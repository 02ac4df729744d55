import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { Conflict } from '../../common/errors';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import { PersonKeys } from '../../platform/crypto/person-keys';
import { PersonContacts } from '../../talent/person-contacts';
import type { PersonEntity } from '../../talent/person.entity';
import { PersonRepository } from '../../talent/person.repository';
import { PersonService } from '../../talent/person.service';
import type { TalentEntity } from '../../talent/talent.entity';
import type { ChangeLog } from './change-log';
import type { FieldPair, Keep } from './fields';
import { linksOf, SEALED_LINKS, type SealedLink } from './links';
import { MergeRepository } from './merge.repository';
import type { Sides } from './merge-sides';

type Profiles = Record<'from' | 'into', TalentEntity & { personId: string }>;

/** Where a sealed value stands, and whose key opens it. */
interface Cell {
  rowId: string;
  personKey: Buffer | undefined;
}

/** Makes one person of two who turn out to be the same. */
@Injectable()
export class PersonMerge {
  constructor(
    private readonly merges: MergeRepository,
    private readonly persons: PersonRepository,
    private readonly known: PersonService,
    private readonly contacts: PersonContacts,
    private readonly keys: PersonKeys,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws 409 MERGE.TWO_PEOPLE, MERGE.PERSON_ELSEWHERE, MERGE.SAME_SIGNING */
  async run(
    actor: Actor,
    profiles: Profiles,
    chosen: Readonly<Record<string, Keep>>,
    log: ChangeLog,
    tx: EntityManager,
  ): Promise<void> {
    const { from, into } = profiles;
    const [gone, kept] = await this.requireOnePerson(actor, profiles, tx);
    for (const link of linksOf('person'))
      await log.point(link, gone.id, kept.id, link.table === 'talents' ? from.id : undefined);
    for (const link of SEALED_LINKS) await this.move(link, gone.id, kept.id, log, tx);
    await log.change({
      name: null,
      table: 'consents',
      // Whose last word was a withdrawal did not agree, whatever the other entry says.
      where: `t.person_id = $1 AND t.withdrawn_at IS NULL AND EXISTS (SELECT FROM consents o
        WHERE o.person_id = $1 AND o.purpose = t.purpose AND o.withdrawn_at > t.given_at)`,
      set: {
        withdrawn_at: `(SELECT max(o.withdrawn_at) FROM consents o
          WHERE o.person_id = t.person_id AND o.purpose = t.purpose AND o.withdrawn_at > t.given_at)`,
      },
      params: [kept.id],
    });
    await log.change({
      name: null,
      table: 'persons',
      where: 't.id = $1',
      set: { merged_into: '$2::uuid' },
      params: [gone.id, kept.id],
    });
    await this.state({ gone, kept, parkId: into.parkId }, chosen, log, tx);
  }

  /** What two profiles say of their persons, for those at home with both; how to reach them is told of, not told. */
  async fields({ from, into }: Sides, tx: EntityManager): Promise<FieldPair[]> {
    const ids = [from, into].map((side) => ('personId' in side ? (side as TalentEntity).personId : null));
    if (ids[0] === ids[1]) return [];
    const found = await this.persons.findAll(
      ids.filter((id) => id !== null),
      tx,
    );
    const [theirs, ours] = ids.map((id) => found.find((person) => person.id === id));
    if (!theirs || !ours) return [];
    const known = ({ phoneIndex, emailIndex }: PersonEntity) => [
      ...(phoneIndex ? ['phone'] : []),
      ...(emailIndex ? ['email'] : []),
    ];
    const isNewer = theirs.updatedAt > ours.updatedAt;
    const same = (a: Buffer | null, b: Buffer | null) => a === b || (a !== null && b !== null && a.equals(b));
    const reachedAlike = same(theirs.phoneIndex, ours.phoneIndex) && same(theirs.emailIndex, ours.emailIndex);
    return [
      {
        name: 'name',
        from: theirs.name,
        into: ours.name,
        differs: theirs.name !== ours.name,
        keep: 'into',
        joins: false,
      },
      {
        name: 'contact',
        from: known(theirs),
        into: known(ours),
        differs: !reachedAlike,
        keep: isNewer ? 'from' : 'into',
        joins: false,
      },
    ];
  }

  private async requireOnePerson(
    actor: Actor,
    { from, into }: Profiles,
    tx: EntityManager,
  ): Promise<[PersonEntity, PersonEntity]> {
    const found = await this.persons.findAll([from.personId, into.personId], tx);
    const gone = found.find(({ id }) => id === from.personId);
    const kept = found.find(({ id }) => id === into.personId);
    if (!gone || !kept || gone.name === null || kept.name === null)
      throw new Conflict('MERGE.ERASED', 'One of the persons was erased');
    if (gone.idNumberIndex && kept.idNumberIndex && !gone.idNumberIndex.equals(kept.idNumberIndex))
      throw new Conflict('MERGE.TWO_PEOPLE', 'They have two identity numbers');
    const parks = await this.merges.parksOfPersons([gone.id, kept.id], tx);
    if (actor.role !== 'manager' && parks.some((park) => park === null || !actor.parkIds.includes(park)))
      throw new Conflict('MERGE.PERSON_ELSEWHERE', 'The person is known to another park too');
    await this.merges.refuseSameSigning('person', gone.id, kept.id, tx);
    return [gone, kept];
  }

  /** Seals each row with the key of the one it goes to. */
  private async move(
    { name, table, column, twice, sealed }: SealedLink,
    from: string,
    into: string,
    log: ChangeLog,
    tx: EntityManager,
  ): Promise<void> {
    const rows = await this.merges.sealedRows({ table, column, twice, sealed }, from, into, tx);
    if (rows.length === 0) return;
    const keys = await this.keys.keysOf([from, into], tx);
    for (const { id, ...values } of rows) {
      const anew = sealed.map((field) => {
        const value = values[field] as Buffer | null;
        const cell = (personId: string) => ({ rowId: id, personKey: keys.get(personId) });
        return value && this.reseal(value, table, field, [cell(from), cell(into)]);
      });
      await log.change({
        name,
        table,
        where: 't.id = $1',
        set: {
          [column]: '$2::uuid',
          ...Object.fromEntries(sealed.map((field, at) => [field, `$${at + 3}::bytea`])),
        },
        params: [id, into, ...anew],
      });
    }
  }

  /** What the person is called and how the park reaches them, as chosen; what only one entry has is kept in any case. */
  private async state(
    { gone, kept, parkId }: { gone: PersonEntity; kept: PersonEntity; parkId: string | null },
    chosen: Readonly<Record<string, Keep>>,
    log: ChangeLog,
    tx: EntityManager,
  ): Promise<void> {
    const [theirs, ours] = [
      await this.contacts.reveal(gone.id, parkId, tx),
      await this.contacts.reveal(kept.id, parkId, tx),
    ];
    const contact = chosen.contact === 'from' ? { ...ours, ...theirs } : { ...theirs, ...ours };
    const columns = ['name', 'initials', 'phone_index', 'email_index', 'id_number_index', 'updated_at'];
    await log.keep('persons', kept.id, columns);
    const row = await this.persons.findContact(kept.id, parkId, tx);
    if (row) await log.keep('person_contacts', row.id, ['phone', 'email', 'id_number']);
    const name = chosen.name === 'from' ? (gone.name ?? undefined) : undefined;
    await this.known.change(kept.id, parkId, { name, contact }, tx);
    if (gone.idNumberIndex && !kept.idNumberIndex)
      await this.persons.update(kept.id, { idNumberIndex: gone.idNumberIndex }, tx);
    const given = await this.persons.findContact(gone.id, parkId, tx);
    if (!row || !given?.idNumber || row.idNumber) return;
    const keys = await this.keys.keysOf([gone.id, kept.id], tx);
    const cell = (personId: string, rowId: string) => ({ rowId, personKey: keys.get(personId) });
    const idNumber = this.reseal(given.idNumber, 'person_contacts', 'id_number', [
      cell(gone.id, given.id),
      cell(kept.id, row.id),
    ]);
    await this.persons.updateContact(row.id, { idNumber }, tx);
  }

  /** Opens a value where it was and seals it for where it goes. */
  private reseal(value: Buffer, table: string, column: string, [from, into]: [Cell, Cell]): Buffer {
    const place = ({ rowId, personKey }: Cell) => ({ table, column, rowId, ...(personKey && { personKey }) });
    return this.cipher.encrypt(this.cipher.decryptBytes(value, place(from)), place(into));
  }
}
