import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../common/actor';
import { Forbidden } from '../common/errors';
import type { Page } from '../common/page';
import type { Database } from '../platform/database/database';
import type { RecordLine, RecordVersion } from './matching-record';
import type { MoveRequest } from './move-changes';
import type { Content, Provenance } from './new-record';
import type { Placed } from './placement';
import type { RecordDesk } from './record-desk';
import type { RecordEntity } from './record.entity';
import type { RecordList, RecordQuery } from './record-list';
import type { RecordFilter, RecordRepository } from './record.repository';
import { isAtHome } from './record-rights';
import type { VersionView } from './record-view';

/** What each of the three kinds has of its own: its row, what is said of it, what is asked and what is answered. */
export interface RecordShapes {
  entity: RecordEntity;
  create: object;
  edit: object;
  query: RecordQuery;
  view: object;
}

/** A table whose pages know the kind's own filters, beside those of all kinds. */
interface RecordTable<S extends RecordShapes> extends RecordRepository<S['entity']> {
  page(filter: RecordFilter, own: S['query'], tx: EntityManager): Promise<Page<S['entity']>>;
}

/** Where new content belongs, when that is decided already, and the sample it is part of. */
export interface ContentOrigin {
  placed?: Placed;
  sampleSet?: string | null;
}

/** Records that expire are archived so many at a time, each batch a transaction of its own: a stop in between loses nothing. */
const EXPIRY_BATCH = 200;

/** What can be done with needs, projects and talents alike; each kind says what its content and its answers are. */
export abstract class RecordService<S extends RecordShapes> {
  protected constructor(
    protected readonly database: Database,
    protected readonly records: RecordTable<S>,
    protected readonly desk: RecordDesk,
    private readonly lists: RecordList,
  ) {}

  /** What a new record holds, checked. @throws 400 and 403 of where it belongs, and what the kind refuses */
  abstract contentOf(
    actor: Actor,
    input: S['create'],
    tx: EntityManager,
    origin?: ContentOrigin,
  ): Promise<Content<S['entity']>>;

  /** The columns that an edit changes. */
  protected abstract changesOf(
    before: S['entity'],
    input: S['edit'],
    tx: EntityManager,
  ): Promise<Partial<S['entity']>>;

  /** Answers about records, in their order: never more than the actor may read. */
  protected abstract views(
    actor: Actor,
    records: readonly S['entity'][],
    tx: EntityManager,
  ): Promise<S['view'][]>;

  /** Takes a record in, as a draft unless `provenance` says to publish and the actor may. */
  create(
    actor: Actor,
    input: S['create'],
    provenance: Provenance = {},
    within?: EntityManager,
  ): Promise<S['view']> {
    const work = async (tx: EntityManager) => {
      const content = await this.contentOf(actor, input, tx, provenance);
      const [record] = await this.desk.create(actor, this.records, [content], provenance, tx);
      return this.view(actor, record as S['entity'], tx);
    };
    return within ? work(within) : this.database.as(actor, work);
  }

  edit(actor: Actor, id: string, version: number, input: S['edit']): Promise<S['view']> {
    return this.database.as(actor, async (tx) => {
      const change = (before: S['entity']) => this.changesOf(before, input, tx);
      return this.view(actor, await this.desk.edit(actor, this.records, id, version, change, tx), tx);
    });
  }

  move(actor: Actor, id: string, version: number, request: MoveRequest): Promise<S['view']> {
    return this.database.as(actor, async (tx) =>
      this.view(actor, await this.desk.move(actor, this.records, id, { ...request, version }, tx), tx),
    );
  }

  get(actor: Actor, id: string): Promise<S['view']> {
    return this.database.as(actor, async (tx) =>
      this.view(actor, await this.desk.require(this.records, id, tx), tx),
    );
  }

  list(actor: Actor, query: S['query']): Promise<Page<S['view']>> {
    return this.database.as(actor, async (tx) => {
      const filter = await this.lists.filterOf(actor, query, tx);
      const { items, nextCursor } = await this.records.page(filter, query, tx);
      return { items: await this.views(actor, items, tx), nextCursor };
    });
  }

  /**
   * What became of a record, the first version first: for those who may read all of it, since an old version may hold
   * what is sealed today.
   * @throws 404 RECORD.NOT_FOUND; 403 RECORD.NOT_YOURS
   */
  versions(actor: Actor, id: string): Promise<VersionView[]> {
    return this.database.as(actor, async (tx) => {
      const record = await this.desk.require(this.records, id, tx);
      if (!isAtHome(actor, record))
        throw new Forbidden('RECORD.NOT_YOURS', 'The history of a record is for those at home with it');
      const versions = await this.records.findVersions(id, tx);
      return versions.map(({ recordId: _id, createdAt, snapshot, ...version }) => ({
        ...version,
        snapshot: snapshot as Record<string, unknown>,
        createdAt: createdAt.toISOString(),
      }));
    });
  }

  /** Archives published records whose last day was before `today` ('YYYY-MM-DD'); answers how many. */
  async expireDue(today: string): Promise<number> {
    for (let expired = 0; ;) {
      const batch = await this.database.as(SYSTEM, async (tx) => {
        const due = await this.records.findDue(today, EXPIRY_BATCH, tx);
        for (const { id } of due) await this.desk.move(SYSTEM, this.records, id, { move: 'expire' }, tx);
        return due.length;
      });
      expired += batch;
      if (batch < EXPIRY_BATCH) return expired;
    }
  }

  /** Those of `ids` there are, as a list names them. */
  linesOf(ids: readonly string[], tx: EntityManager): Promise<RecordLine[]> {
    return this.records.findLines(ids, tx);
  }

  /** Up to `limit` records that are matched today, with id above `afterId`, in order of id. */
  listMatchable(afterId: string, limit: number, tx: EntityManager): Promise<RecordVersion[]> {
    return this.records.findMatchable(afterId, this.desk.today(), limit, tx);
  }

  private async view(actor: Actor, record: S['entity'], tx: EntityManager): Promise<S['view']> {
    const [view] = await this.views(actor, [record], tx);
    return view as S['view'];
  }
}
