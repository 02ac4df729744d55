import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NeedRepository } from '../../needs/need.repository';
import { OrganisationService } from '../../organisations/organisation.service';
import { ProjectRepository } from '../../projects/project.repository';
import type { RecordEntity } from '../../records/record.entity';
import type { RecordRepository } from '../../records/record.repository';
import { PersonService } from '../../talent/person.service';
import { TalentRepository } from '../../talent/talent.repository';
import type { CreateTalent } from '../../talent/talent.schema';
import type { NamedOrganisation } from '../forms/form';
import type { Interpreted } from '../table/interpret-row';
import type { ImportEntity } from './import.entity';
import type { KnownBy } from './import-row.entity';
import { OrganisationsByName } from './organisations-by-name';

/** A row that was read without a doubt. */
export interface ReadRow {
  readonly number: number;
  readonly read: Interpreted;
}

/** What a row is about, as far as the platform knows it. */
export interface Known {
  readonly id: string;
  readonly by: KnownBy;
}

/** Recognises what rows are about: by credit code, by name, by title within an organisation, by person. */
@Injectable()
export class KnownRecords {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
    private readonly talents: TalentRepository,
    private readonly persons: PersonService,
  ) {}

  /** What is known, by row number; a row whose organisation has another credit code is named in `contradicted`. */
  async find(
    { kind, parkId }: Pick<ImportEntity, 'kind' | 'parkId'>,
    rows: readonly ReadRow[],
    tx: EntityManager,
  ): Promise<{ known: Map<number, Known>; contradicted: Set<number> }> {
    switch (kind) {
      case 'technology-needs':
      case 'hiring-needs':
        return this.byTitle(this.needs, rows, tx);
      case 'projects':
        return this.byTitle(this.projects, rows, tx);
      case 'organisations':
        return this.byName(rows, tx);
      case 'talents':
        return { known: await this.byPerson(rows, parkId, tx), contradicted: new Set() };
      case 'rosters':
        return { known: new Map(), contradicted: new Set() };
    }
  }

  /** The organisations that rows name. */
  async organisationsOf(
    named: readonly NamedOrganisation[],
    tx: EntityManager,
  ): Promise<OrganisationsByName> {
    const names = named.map(({ name }) => name);
    const codes = named.flatMap(({ uscc }) => uscc ?? []);
    return new OrganisationsByName(await this.organisations.findNamedAll(names, codes, tx));
  }

  private async byName(rows: readonly ReadRow[], tx: EntityManager) {
    const named = rows.map(({ number, read }) => ({
      number,
      organisation: read.draft?.record as NamedOrganisation,
    }));
    const found = await this.organisationsOf(
      named.map(({ organisation }) => organisation),
      tx,
    );
    const known = new Map<number, Known>();
    const contradicted = new Set<number>();
    for (const { number, organisation } of named) {
      const match = found.find(organisation);
      if (match) known.set(number, { id: match.id, by: match.uscc === organisation.uscc ? 'code' : 'name' });
      else if (found.contradicts(organisation)) contradicted.add(number);
    }
    return { known, contradicted };
  }

  private async byTitle<E extends RecordEntity>(
    records: RecordRepository<E>,
    rows: readonly ReadRow[],
    tx: EntityManager,
  ) {
    const organisations = await this.organisationsOf(
      rows.flatMap(({ read }) => read.draft?.organisation ?? []),
      tx,
    );
    const titled = await records.findTitled([...new Set(rows.map(({ read }) => read.title))], tx);
    const byKey = new Map(titled.map((record) => [`${record.organisationId}|${record.title}`, record.id]));
    const known = new Map<number, Known>();
    const contradicted = new Set<number>();
    for (const { number, read } of rows) {
      const named = read.draft?.organisation;
      if (named === undefined) continue;
      if (organisations.contradicts(named)) contradicted.add(number);
      const owner = organisations.find(named);
      const id = owner && byKey.get(`${owner.id}|${read.title}`);
      if (id !== undefined) known.set(number, { id, by: 'title' });
    }
    return { known, contradicted };
  }

  private async byPerson(
    rows: readonly ReadRow[],
    parkId: string | null,
    tx: EntityManager,
  ): Promise<Map<number, Known>> {
    const found = await this.persons.findKnownAll(
      rows.map(({ read }) => (read.draft?.record ?? {}) as CreateTalent),
      tx,
    );
    const persons = new Map(
      rows.flatMap(({ number }, at) => {
        const id = found[at];
        return id === undefined ? [] : [[number, id] as const];
      }),
    );
    const profiles = await this.talents.findOfPersons([...persons.values()], parkId, tx);
    const byPerson = new Map(profiles.map(({ personId, id }) => [personId, id]));
    return new Map(
      [...persons].flatMap(([number, personId]) => {
        const id = byPerson.get(personId);
        return id === undefined ? [] : [[number, { id, by: 'person' as const }] as const];
      }),
    );
  }
}
