import type { EntityManager, EntityTarget, SelectQueryBuilder } from 'typeorm';
import { containing, meaning } from '../common/like';
import type { Page } from '../common/page';
import { initialsSought, pinyinInitials } from '../common/pinyin-initials';
import { findPage, newestFirst, type Sort } from '../platform/database/keyset';
import { columnsOf, partsOf, rowsOf } from '../platform/database/rows';
import type { NeedStatus } from '../taxonomy/need.vocabulary';
import { MATCHED } from './life-cycle';
import { LINE_FIELDS, type RecordLine, type RecordVersion } from './matching-record';
import type { RecordEntity, SuggestedTag } from './record.entity';
import type { RecordKind } from './record.kind';
import type { RECORD_SORTS, ScreeningState } from './record.schema';
import type { RecordVersionEntity } from './record-version.entity';

/** A list's filters with codes resolved: `tags` holds the tag asked for and all narrower ones. */
export interface RecordFilter {
  status?: NeedStatus[];
  screening?: { state: ScreeningState; today: string };
  parkId?: string;
  organisationId?: string;
  ownerUserId?: string;
  tags?: readonly string[];
  q?: string;
  sort: (typeof RECORD_SORTS)[number];
  cursor?: string;
  limit: number;
}

/** Tags suggested from the content of a record's `version`. */
export interface MadeSuggestions {
  id: string;
  version: number;
  tags: readonly SuggestedTag[];
}

const SORTS: Record<RecordFilter['sort'], Sort<RecordEntity>> = {
  created: newestFirst('r'),
  updated: {
    name: 'updated',
    direction: 'DESC',
    columns: ['r.updatedAt', 'r.id'],
    valuesOf: (row) => [row.updatedAt.toISOString(), row.id],
  },
  code: {
    name: 'code',
    direction: 'ASC',
    columns: ['r.code', 'r.id'],
    valuesOf: (row) => [row.code, row.id],
  },
  answer: {
    name: 'answer',
    direction: 'ASC',
    columns: ['r.answerDueOn', 'r.id'],
    valuesOf: (row) => [row.answerDueOn ?? '', row.id],
  },
};

export const TEXT_MATCHES =
  'r.title ILIKE ANY (:parts) OR r.text ILIKE ANY (:parts) OR r.initials LIKE :initials';
/** Nobody finds a record by what they may not read of it. */
const TEXT_IS_READ = `(r.confidentiality IN ('public', 'hide-organisation') OR app.sees_all()
  OR app.edits_record(r.organisationId, r.parkId, r.ownerUserId))`;
const ORGANISATION_IS_READ = `(r.confidentiality = 'public' OR app.sees_all()
  OR app.edits_record(r.organisationId, r.parkId, r.ownerUserId))`;

const SCREENING: Record<ScreeningState, string> = {
  waiting: 'r.acceptedAt IS NULL',
  accepted: 'r.acceptedAt IS NOT NULL',
  overdue: 'r.answerDueOn < :today',
};

const withInitials = <E extends RecordEntity>(row: E): E => ({ ...row, initials: pinyinInitials(row.title) });

/** The queries of one of the three tables and of its versions. */
export abstract class RecordRepository<E extends RecordEntity> {
  protected readonly lineFields: readonly string[] = LINE_FIELDS;

  protected constructor(
    readonly kind: RecordKind,
    private readonly record: EntityTarget<E>,
    private readonly version: EntityTarget<RecordVersionEntity>,
    private readonly search: { matches: string; allowed: string } = {
      matches: TEXT_MATCHES,
      allowed: TEXT_IS_READ,
    },
  ) {}

  async find(id: string, tx: EntityManager): Promise<E | null> {
    const [row] = await this.rows('WHERE id = $1', [id], tx);
    return row ?? null;
  }

  /** The record of this code or id. */
  async findNamed(name: string, tx: EntityManager): Promise<E | null> {
    const [row] = await this.rows('WHERE code = $1 OR id::text = $1', [name], tx);
    return row ?? null;
  }

  /** Whether the transaction's actor sees no record at all. */
  async isEmpty(tx: EntityManager): Promise<boolean> {
    return (await partsOf(this.record, ['id'], 'LIMIT 1', [], tx)).length === 0;
  }

  findAll(ids: readonly string[], tx: EntityManager): Promise<E[]> {
    return this.rows('WHERE id = ANY ($1)', [ids], tx);
  }

  /** Those of `ids` there are, as a list names them. */
  findLines(ids: readonly string[], tx: EntityManager): Promise<RecordLine[]> {
    const metadata = tx.connection.getMetadata(this.record);
    const columns = columnsOf(metadata, { names: this.lineFields });
    return tx.query(
      `SELECT ${columns}, content_version AS version, '${this.kind}' AS kind FROM ${metadata.tableName} WHERE id = ANY ($1)`,
      [ids],
    );
  }

  findBySource(source: string, refs: readonly string[], tx: EntityManager): Promise<E[]> {
    return this.rows('WHERE source = $1 AND source_ref = ANY ($2)', [source, refs], tx);
  }

  /** Up to `limit` records with id above `after` that are not archived, in order of id. */
  findLive(after: string, limit: number, tx: EntityManager): Promise<E[]> {
    return this.rows(`WHERE id > $1 AND status <> 'archived' ORDER BY id LIMIT $2`, [after, limit], tx);
  }

  /** Records of these titles that are not archived. */
  findTitled(titles: readonly string[], tx: EntityManager): Promise<E[]> {
    return this.rows(`WHERE title = ANY ($1) AND status <> 'archived'`, [titles], tx);
  }

  /** Up to `limit` published records with id above `after`, in order of id; none whose last day was before `today`. */
  async findMatchable(
    after: string,
    today: string,
    limit: number,
    tx: EntityManager,
  ): Promise<RecordVersion[]> {
    const matchable = 'status = ANY ($2) AND (expires_on IS NULL OR expires_on >= $3)';
    const rows = await partsOf(
      this.record,
      ['id', 'contentVersion'],
      `WHERE id > $1 AND ${matchable} ORDER BY id LIMIT $4`,
      [after, MATCHED, today, limit],
      tx,
    );
    return rows.map(({ id, contentVersion }) => ({ id, version: contentVersion }));
  }

  /** The latest `limit` records that may still come to something, of those the actor sees. */
  findLatest(limit: number, tx: EntityManager): Promise<E[]> {
    const live = `status NOT IN ('withdrawn', 'archived')`;
    return this.rows(`WHERE ${live} ORDER BY updated_at DESC LIMIT $1`, [limit], tx);
  }

  /** Up to `limit` published records whose last day was before `today`. */
  findDue(today: string, limit: number, tx: EntityManager): Promise<E[]> {
    const due = `status = 'published' AND expires_on < $1`;
    return this.rows(`WHERE ${due} ORDER BY id LIMIT $2`, [today, limit], tx);
  }

  /** The page a filter and the kind's own conditions leave, in the order asked for. */
  protected pageOf(
    filter: RecordFilter,
    narrow: (query: SelectQueryBuilder<E>) => void,
    tx: EntityManager,
  ): Promise<Page<E>> {
    const query = tx.createQueryBuilder(this.record, 'r');
    const { status, screening, parkId, organisationId, ownerUserId, tags, q } = filter;
    if (status) query.andWhere('r.status = ANY (:status)', { status });
    if (screening)
      query
        .andWhere(`r.status = 'submitted'`)
        .andWhere(SCREENING[screening.state], { today: screening.today });
    // What was merged is found by what it was called, and in no list.
    if (!q) query.andWhere('r.mergedInto IS NULL');
    if (parkId) query.andWhere('r.parkId = :parkId', { parkId });
    if (organisationId)
      query.andWhere(`r.organisationId = :organisationId AND ${ORGANISATION_IS_READ}`, { organisationId });
    if (ownerUserId) query.andWhere('r.ownerUserId = :ownerUserId', { ownerUserId });
    if (tags) query.andWhere('r.tags && :tags', { tags });
    if (q) {
      query.andWhere(
        `(r.code ILIKE ANY (:parts) OR r.publicSummary ILIKE ANY (:parts)
          OR ((${this.search.matches}) AND ${this.search.allowed}))`,
        // A search that cannot mean initials has a line break in it, which they never have.
        { parts: meaning(q), initials: containing(initialsSought(q) ?? '\n') },
      );
    }
    if (filter.sort === 'answer') query.andWhere('r.answerDueOn IS NOT NULL');
    narrow(query);
    return findPage(query, SORTS[filter.sort] as Sort<E>, filter);
  }

  findVersions(id: string, tx: EntityManager): Promise<RecordVersionEntity[]> {
    return tx.find(this.version, { where: { recordId: id }, order: { version: 'ASC' } });
  }

  async insert(rows: readonly E[], tx: EntityManager): Promise<void> {
    await this.insertAll(this.record, rows.map(withInitials), tx);
  }

  async insertVersions(rows: readonly RecordVersionEntity[], tx: EntityManager): Promise<void> {
    await this.insertAll(this.version, rows, tx);
  }

  /**
   * Stores `fields` of each row where the table still has the version before it, and answers how many it did.
   * Every change of status raises the version, so comparing the version compares both.
   */
  async replace(rows: readonly E[], fields: readonly (keyof E)[], tx: EntityManager): Promise<number> {
    const { table, columns } = this.layout(this.record, tx);
    const written = new Set<keyof E>([...fields, 'version', 'updatedAt']);
    if (written.has('title')) written.add('initials');
    const set = columns
      .filter(({ property }) => written.has(property as keyof E))
      .map(({ column }) => `${column} = n.${column}`);
    const [, affected] = await tx.query<[unknown[], number]>(
      `UPDATE ${table} r SET ${set.join(', ')} FROM json_populate_recordset(NULL::${table}, $1) n
       WHERE r.id = n.id AND r.version = n.version - 1`,
      [this.toJson(columns, rows.map(withInitials))],
    );
    return affected;
  }

  /** Stores the engine's suggestions where the content is still what they were made from. No version is raised. */
  async keepSuggestions(made: readonly MadeSuggestions[], tx: EntityManager): Promise<void> {
    const { table } = this.layout(this.record, tx);
    await tx.query(
      `UPDATE ${table} r SET suggested_tags = n.tags FROM jsonb_to_recordset($1) n (id uuid, version int, tags jsonb)
       WHERE r.id = n.id AND r.content_version = n.version AND r.suggested_tags <> n.tags`,
      [JSON.stringify(made)],
    );
  }

  /** `rest` is the SQL after the table's name. */
  protected rows(rest: string, values: unknown[], tx: EntityManager): Promise<E[]> {
    return rowsOf(this.record, rest, values, tx);
  }

  /** One statement for any number of rows: they travel as one JSON parameter. */
  private async insertAll<T extends object>(
    entity: EntityTarget<T>,
    rows: readonly T[],
    tx: EntityManager,
  ): Promise<void> {
    const { table, columns } = this.layout(entity, tx);
    const names = columns.map(({ column }) => column).join(', ');
    await tx.query(
      `INSERT INTO ${table} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${table}, $1)`,
      [this.toJson(columns, rows)],
    );
  }

  private layout(entity: EntityTarget<object>, tx: EntityManager) {
    const { tableName, columns } = tx.connection.getMetadata(entity);
    return {
      table: tableName,
      columns: columns.map(({ propertyName, databaseName }) => ({
        property: propertyName,
        column: databaseName,
      })),
    };
  }

  private toJson(columns: { property: string; column: string }[], rows: readonly object[]): string {
    const rowOf = (row: object) =>
      Object.fromEntries(
        columns.map(({ property, column }) => [column, (row as Record<string, unknown>)[property]]),
      );
    return JSON.stringify(rows.map(rowOf));
  }
}
