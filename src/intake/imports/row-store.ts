import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { ConsentService } from '../../identity/consent/consent.service';
import type { ConsentPurpose } from '../../identity/consent/consent.schema';
import { NeedRepository } from '../../needs/need.repository';
import { NeedService } from '../../needs/need.service';
import { createNeed } from '../../needs/need.schema';
import { createOrganisation } from '../../organisations/organisation.schema';
import { OrganisationService } from '../../organisations/organisation.service';
import { ProjectRepository } from '../../projects/project.repository';
import { createProject } from '../../projects/project.schema';
import { ProjectService } from '../../projects/project.service';
import { isMatched } from '../../records/life-cycle';
import type { Content } from '../../records/new-record';
import { type Placed, visibilityOf } from '../../records/placement';
import type { RecordEntity } from '../../records/record.entity';
import { RecordDesk } from '../../records/record-desk';
import type { RecordRepository } from '../../records/record.repository';
import { TalentIntake } from '../../talent/talent-intake';
import { TalentRepository } from '../../talent/talent.repository';
import { createTalent } from '../../talent/talent.schema';
import type { Confidentiality } from '../../taxonomy/need.vocabulary';
import type { Draft, NamedOrganisation } from '../forms/form';
import type { LaidOut } from './import-desk';
import type { ImportRowEntity } from './import-row.entity';
import type { Choices } from './import.schema';
import { KnownRecords } from './known-records';
import type { OrganisationsByName } from './organisations-by-name';
import { changesOf } from './record-changes';

/** A row that is taken in, with what it says. */
export interface StoredRow {
  readonly row: ImportRowEntity;
  readonly draft: Draft;
}

/** What came of a row. */
export interface Outcome {
  readonly rowNo: number;
  readonly state: 'created' | 'updated' | 'merged' | 'kept';
  readonly recordId: string;
  readonly recordVersion: number | null;
}

/** What a row says of a new record, and where it belongs. */
interface Stated {
  readonly draft: Draft;
  readonly placed: Placed;
}

interface Task {
  readonly actor: Actor;
  readonly list: LaidOut;
  readonly choices: Choices;
  /** Few enough that each is matched by itself. */
  readonly rematch: boolean;
}

/** Makes records of rows, or changes the ones they are about; in the caller's transaction. */
@Injectable()
export class RowStore {
  constructor(
    private readonly desk: RecordDesk,
    private readonly known: KnownRecords,
    private readonly organisations: OrganisationService,
    private readonly needService: NeedService,
    private readonly projectService: ProjectService,
    private readonly talentIntake: TalentIntake,
    private readonly consents: ConsentService,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
    private readonly talents: TalentRepository,
  ) {}

  async store(task: Task, rows: readonly StoredRow[], tx: EntityManager): Promise<Outcome[]> {
    const { actor, list } = task;
    switch (list.kind) {
      case 'technology-needs':
      case 'hiring-needs':
        return this.records(task, this.needs, rows, tx, (stated) =>
          oneByOne(stated, ({ draft, placed }) =>
            this.needService.contentOf(actor, createNeed.parse(draft.record), tx, { placed }),
          ),
        );
      case 'projects':
        return this.records(task, this.projects, rows, tx, (stated) =>
          oneByOne(stated, ({ draft, placed }) =>
            this.projectService.contentOf(actor, createProject.parse(draft.record), tx, { placed }),
          ),
        );
      case 'talents':
        return this.people(task, rows, tx);
      case 'organisations':
        return this.named(task, rows, tx);
      case 'rosters':
        throw new Error('A roster is signed as a whole.');
    }
  }

  private async people(task: Task, rows: readonly StoredRow[], tx: EntityManager): Promise<Outcome[]> {
    const { actor, list, choices } = task;
    const { basis, source, document } = choices.people ?? {};
    const persons: string[] = [];
    const outcomes = await this.records(task, this.talents, rows, tx, async (stated) => {
      const inputs = stated.map(({ draft: { record } }) => {
        const input = createTalent.parse(record);
        return { ...input, source: input.source ?? source };
      });
      const contents = await this.talentIntake.contentsOf(inputs, placeOf(actor, list, null, 'public'), tx);
      persons.push(...contents.flatMap(({ personId }) => personId ?? []));
      return contents;
    });
    for (const purpose of basis ? PURPOSES[basis] : [])
      await this.consents.giveAll(
        actor,
        persons,
        {
          purpose,
          textVersion: LISTED_CONSENT,
          basis: basis as keyof typeof PURPOSES,
          source: source ?? null,
          documentId: document ?? null,
        },
        null,
        tx,
      );
    return outcomes;
  }

  private async records<E extends RecordEntity>(
    { actor, list, choices, rematch }: Task,
    table: RecordRepository<E>,
    rows: readonly StoredRow[],
    tx: EntityManager,
    contentsOf: (stated: readonly Stated[]) => Promise<Content<E>[]>,
  ): Promise<Outcome[]> {
    const owners = await this.owners(rows, tx);
    const acts = rows.map(({ row }) => (row.state === 'known' ? actOf(row, choices) : 'create'));
    const taken = rows.filter((_, at) => acts[at] !== 'skip');
    const contents = await contentsOf(
      taken.map(({ draft }) => ({ draft, placed: placedOf(actor, list, draft, owners) })),
    );
    const contentOf = new Map(taken.map(({ row }, at) => [row, contents[at] as Content<E>]));
    const fresh: { row: ImportRowEntity; content: Content<E> }[] = [];
    const outcomes: Outcome[] = [];
    for (const [at, { row }] of rows.entries()) {
      const act = acts[at];
      const knownId = row.knownId ?? '';
      const content = contentOf.get(row);
      if (act === undefined || act === 'skip' || content === undefined) {
        outcomes.push({ rowNo: row.rowNo, state: 'kept', recordId: knownId, recordVersion: null });
        continue;
      }
      if (act === 'create') {
        fresh.push({ row, content: { ...content, sourceRef: sourceRefOf(row) } });
        continue;
      }
      const before = await this.desk.require(table, knownId, tx);
      const change = () => changesOf(before, content, act);
      const { version } = await this.desk.edit(actor, table, knownId, before.version, change, tx);
      const state = act === 'update' ? 'updated' : 'merged';
      outcomes.push({ rowNo: row.rowNo, state, recordId: knownId, recordVersion: version });
    }
    const created = await this.desk.create(
      actor,
      table,
      fresh.map(({ content }) => content),
      {
        source: `list:${list.kind}`,
        publish: choices.status === 'published',
        submit: choices.status !== 'draft',
      },
      tx,
    );
    if (rematch)
      await this.desk.rematch(
        table.kind,
        created.filter(({ status }) => isMatched(status)),
        tx,
      );
    return [
      ...outcomes,
      ...created.map(({ id, version }, at): Outcome => ({
        rowNo: (fresh[at] as { row: ImportRowEntity }).row.rowNo,
        state: 'created',
        recordId: id,
        recordVersion: version,
      })),
    ];
  }

  /** The organisations that rows name; those nobody knows are entered. */
  private async owners(rows: readonly StoredRow[], tx: EntityManager): Promise<OrganisationsByName> {
    const named = rows.flatMap(({ draft }) => draft.organisation ?? []);
    const found = await this.known.organisationsOf(named, tx);
    for (const organisation of named) {
      if (found.find(organisation)) continue;
      const { name, uscc, kind, qualities } = organisation;
      const input = createOrganisation.parse({ name, uscc, kind: kind ?? 'enterprise', qualities });
      const id = await this.organisations.ensure(input, originOf(organisation), tx);
      found.add({ id, name, uscc: uscc ?? null });
    }
    return found;
  }

  private async named({ choices }: Task, rows: readonly StoredRow[], tx: EntityManager): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const { row, draft } of rows) {
      const input = createOrganisation.parse(draft.record);
      const act = row.state === 'known' ? actOf(row, choices) : 'create';
      if (act === 'create') {
        const recordId = await this.organisations.ensure(input, originOf(input), tx);
        outcomes.push({ rowNo: row.rowNo, state: 'created', recordId, recordVersion: 1 });
        continue;
      }
      const recordId = row.knownId ?? '';
      const version =
        act === 'skip' ? null : await this.organisations.amend(recordId, input, act === 'merge', tx);
      const state = act === 'skip' ? 'kept' : act === 'update' ? 'updated' : 'merged';
      outcomes.push({ rowNo: row.rowNo, state, recordId, recordVersion: version });
    }
    return outcomes;
  }
}

/** The version of the text that a person agreed to by way of a list: whoever sends it answers for it. */
export const LISTED_CONSENT = 'list';

/** What each ground covers; being shown to an enterprise needs the person's own consent. */
const PURPOSES: Record<'signed' | 'employer-undertaking' | 'public-source', readonly ConsentPurpose[]> = {
  signed: ['matching', 'contact'],
  'employer-undertaking': ['matching', 'contact'],
  'public-source': ['matching'],
};

const actOf = ({ decision, knownBy }: ImportRowEntity, { known }: Choices): 'skip' | 'update' | 'merge' => {
  if (decision === 'update' || decision === 'merge' || decision === 'skip') return decision;
  // A text that resembles another changes nothing unless a person said so.
  return knownBy === 'text' ? 'skip' : known;
};

/** The unique key of what a row made: sent twice at once, it is stored once. */
const sourceRefOf = ({ key, decision, importId, rowNo }: ImportRowEntity): string =>
  key === null || decision === 'new' ? `${importId}/${rowNo}` : key.toString('hex');

const originOf = ({ name, uscc }: Pick<NamedOrganisation, 'name' | 'uscc'>) => ({
  source: 'list',
  sourceRef: uscc ?? `name:${name}`,
});

function placedOf(actor: Actor, list: LaidOut, draft: Draft, owners: OrganisationsByName): Placed {
  const { confidentiality = 'public' } = draft.record as { confidentiality?: Confidentiality };
  const owner = draft.organisation && owners.find(draft.organisation);
  return placeOf(actor, list, owner?.id ?? null, confidentiality);
}

const placeOf = (
  actor: Actor,
  { parkId }: LaidOut,
  organisationId: string | null,
  confidentiality: Confidentiality,
): Placed => ({
  parkId,
  organisationId,
  ownerUserId: actor.userId,
  confidentiality,
  visibility: visibilityOf(confidentiality),
});

async function oneByOne<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}
