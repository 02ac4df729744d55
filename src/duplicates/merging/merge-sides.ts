import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound, RuleBroken, Stale } from '../../common/errors';
import { refuseProtectedWishes } from '../../needs/need-content';
import { NeedEntity } from '../../needs/need.entity';
import { NeedRepository } from '../../needs/need.repository';
import { hiringDetails, technologyDetails } from '../../needs/need.schema';
import { OrganisationEntity } from '../../organisations/organisation.entity';
import { OrganisationRepository } from '../../organisations/organisation.repository';
import { InjectClock } from '../../platform/clock/clock.module';
import { ProjectEntity } from '../../projects/project.entity';
import { ProjectRepository } from '../../projects/project.repository';
import { projectDetails } from '../../projects/project.schema';
import { versionOf } from '../../records/new-record';
import type { RecordEntity } from '../../records/record.entity';
import type { RecordRepository } from '../../records/record.repository';
import { TalentEntity } from '../../talent/talent.entity';
import { TalentRepository } from '../../talent/talent.repository';
import { talentDetails } from '../../talent/talent.schema';
import { type DuplicateKind, TABLES } from '../duplicate-kind';
import type { ChangeLog } from './change-log';
import type { Row } from './fields';

export type Side = RecordEntity | OrganisationEntity;
export interface Sides {
  from: Side;
  into: Side;
}

export const isRecord = (side: Side): side is RecordEntity => 'status' in side;

const ENTITIES = {
  organisation: OrganisationEntity,
  need: NeedEntity,
  project: ProjectEntity,
  talent: TalentEntity,
};

/** Reads and stores the two that become one, of whichever kind. */
@Injectable()
export class MergeSides {
  private readonly records: Readonly<
    Record<Exclude<DuplicateKind, 'organisation'>, RecordRepository<RecordEntity>>
  >;

  constructor(
    private readonly organisations: OrganisationRepository,
    need: NeedRepository,
    project: ProjectRepository,
    talent: TalentRepository,
    @InjectClock() private readonly clock: Clock,
  ) {
    this.records = { need, project, talent };
  }

  /** @throws 404 RECORD.NOT_FOUND, also for what the transaction's actor may not know of */
  async require(kind: DuplicateKind, fromId: string, intoId: string, tx: EntityManager): Promise<Sides> {
    const [from, into] = [await this.find(kind, fromId, tx), await this.find(kind, intoId, tx)];
    if (!from || !into) throw new NotFound('RECORD.NOT_FOUND', 'There is no such record');
    return { from, into };
  }

  find(kind: DuplicateKind, id: string, tx: EntityManager): Promise<Side | null> {
    return kind === 'organisation' ? this.organisations.find(id, tx) : this.records[kind].find(id, tx);
  }

  /** Makes every other writer of the two wait; in one order, so that two merges never wait for each other. */
  async lock(kind: DuplicateKind, ids: readonly string[], tx: EntityManager): Promise<void> {
    await tx.query(`SELECT FROM ${TABLES[kind]} WHERE id = ANY ($1) ORDER BY id FOR UPDATE`, [ids]);
  }

  /**
   * Stores a side with its changes as its next version, and keeps in `log` what was there before. What is put together from two
   * records must still be what one record may say.
   * @throws 412 HTTP.STALE; 422 MERGE.FIELDS, NEED.PROTECTED_WISH
   */
  async store(
    kind: DuplicateKind,
    before: Side,
    changes: Readonly<Record<string, unknown>>,
    { actor, action, reason }: { actor: Actor; action: 'merge' | 'unmerge'; reason: string | null },
    log: ChangeLog | undefined,
    tx: EntityManager,
  ): Promise<number> {
    const now = this.clock.now();
    const version = before.version + 1;
    await log?.keep(TABLES[kind], before.id, this.columnsOf(kind, Object.keys(changes), tx));
    if (!isRecord(before)) {
      const stated = { ...changes, updatedAt: now } as Partial<OrganisationEntity>;
      if (!(await this.organisations.update(before.id, before.version, stated, tx))) throw stale();
      return version;
    }
    const after = { ...before, ...changes, version, contentVersion: version, updatedAt: now };
    check(kind, after);
    const records = this.records[kind as keyof typeof this.records];
    const fields = [...Object.keys(changes), 'contentVersion'] as (keyof RecordEntity)[];
    if ((await records.replace([after], fields, tx)) !== 1) throw stale();
    await records.insertVersions([versionOf(after, action, actor, now, reason)], tx);
    return version;
  }

  private columnsOf(kind: DuplicateKind, properties: readonly string[], tx: EntityManager): string[] {
    const { columns } = tx.connection.getMetadata(ENTITIES[kind]);
    // The initials are written along with the title.
    const changed = new Set([...properties, ...(properties.includes('title') ? ['initials'] : [])]);
    return columns
      .filter(({ propertyName }) => changed.has(propertyName))
      .map(({ databaseName }) => databaseName);
  }
}

/** As the forms check what is typed. */
function check(kind: DuplicateKind, after: RecordEntity): void {
  const need = kind === 'need' ? (after as NeedEntity) : undefined;
  const schema =
    kind === 'project'
      ? projectDetails
      : kind === 'talent'
        ? talentDetails
        : need?.kind === 'technology'
          ? technologyDetails
          : hiringDetails;
  const { error } = schema.safeParse(after.details);
  if (error) throw new RuleBroken('MERGE.FIELDS', 'The chosen values do not go together', { cause: error });
  if (need) refuseProtectedWishes(need);
}

export const rowOf = (side: Side): Row => side as unknown as Row;

const stale = () => new Stale('HTTP.STALE', 'The record was changed by somebody else');
