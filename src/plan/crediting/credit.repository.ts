import { Injectable } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual, type SelectQueryBuilder } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, newestFirst } from '../../platform/database/keyset';
import { rowsOf } from '../../platform/database/rows';
import { SigningSubjectEntity } from '../../signings/signing-subject.entity';
import type { CountLevel } from '../../taxonomy/count-levels';
import { ActivityCreditEntity } from './activity-credit.entity';
import { TargetCreditEntity } from './target-credit.entity';

/** The latest instant PostgreSQL's dates and ours have in common. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** Rows of one INSERT: PostgreSQL takes 65,535 parameters. */
const ROWS_AT_ONCE = 1_000;

export interface CreditFilter {
  targetId: string;
  /** Without it, what counts. */
  level?: CountLevel;
  until: Date;
}

/** How many count at a level of a target. */
export interface Figure {
  plan: string;
  target: string;
  name: string;
  level: CountLevel;
  counted: number;
  yuan: number;
}

/** The lines of the alias c that add, and were not taken back by `until`, a parameter. */
const standingIn = (table: 'target_credits' | 'activity_credits', until = ':until'): string =>
  `c.sign = 1 AND c.at <= ${until}
    AND NOT EXISTS (SELECT FROM ${table} r WHERE r.reverses = c.id AND r.at <= ${until})`;

@Injectable()
export class CreditRepository {
  /** All lines of these subjects in a plan, the first first. */
  async linesOf(
    planId: string,
    subjectIds: readonly string[],
    tx: EntityManager,
  ): Promise<{ activity: ActivityCreditEntity[]; target: TargetCreditEntity[] }> {
    const where = { planId, subjectId: In([...subjectIds]) };
    return {
      activity: await tx.find(ActivityCreditEntity, { where, order: { id: 'ASC' } }),
      target: await tx.find(TargetCreditEntity, { where, order: { id: 'ASC' } }),
    };
  }

  /** All lines of a plan's targets written by `until`, the first first. */
  linesOfPlan(planId: string, until: Date, tx: EntityManager): Promise<TargetCreditEntity[]> {
    return tx.find(TargetCreditEntity, {
      where: { planId, at: LessThanOrEqual(until) },
      order: { id: 'ASC' },
    });
  }

  /** What a target's number, or one of its levels, is made of: lines that stood at `until`, the latest first. */
  page(
    filter: CreditFilter,
    page: { cursor?: string; limit: number },
    tx: EntityManager,
  ): Promise<Page<TargetCreditEntity>> {
    return findPage(this.standingOf(filter, tx), newestFirst('c'), page);
  }

  count(filter: CreditFilter, tx: EntityManager): Promise<number> {
    return this.standingOf(filter, tx).getCount();
  }

  /** What stands in a plan at every level, or stood at `until`. */
  standingInPlan(planId: string, tx: EntityManager, until = END_OF_TIME): Promise<TargetCreditEntity[]> {
    const standing = standingIn('target_credits', '$2');
    return rowsOf(TargetCreditEntity, `c WHERE c.plan_id = $1 AND ${standing}`, [planId, until], tx);
  }

  /** What a signing counts for now, at every level. */
  standingOfSigning(signingId: string, tx: EntityManager): Promise<TargetCreditEntity[]> {
    return tx
      .createQueryBuilder(TargetCreditEntity, 'c')
      .where('c.signingId = :signingId', { signingId })
      .andWhere(standingIn('target_credits'), { until: END_OF_TIME })
      .getMany();
  }

  /** How many subjects each activity of a plan held at `until`. */
  async subjectsByActivity(planId: string, until: Date, tx: EntityManager): Promise<Map<string, number>> {
    const rows = await tx.query<{ id: string; subjects: number }[]>(
      `SELECT c.activity_id AS id, count(*) AS subjects FROM activity_credits c
       WHERE c.plan_id = $1 AND ${standingIn('activity_credits', '$2')} GROUP BY c.activity_id`,
      [planId, until],
    );
    return new Map(rows.map(({ id, subjects }) => [id, subjects]));
  }

  /** Every number that stands in any plan: how many are credited at each level of each target, and with what amount. */
  figures(tx: EntityManager): Promise<Figure[]> {
    return tx.query<Figure[]>(
      `SELECT p.code AS plan, t.code AS target, t.name, c.level, count(DISTINCT c.counted_id)::int AS counted,
         coalesce(sum(c.yuan), 0)::float8 AS yuan
       FROM target_credits c JOIN targets t ON t.id = c.target_id JOIN plans p ON p.id = c.plan_id
       WHERE c.sign = 1 AND NOT EXISTS (SELECT FROM target_credits r WHERE r.reverses = c.id)
       GROUP BY p.code, t.code, t.name, t.ordinal, c.level ORDER BY p.code, t.ordinal, c.level`,
    );
  }

  private standingOf(
    { targetId, level, until }: CreditFilter,
    tx: EntityManager,
  ): SelectQueryBuilder<TargetCreditEntity> {
    const query = tx
      .createQueryBuilder(TargetCreditEntity, 'c')
      .where('c.targetId = :targetId', { targetId })
      .andWhere(standingIn('target_credits'), { until });
    return level ? query.andWhere('c.level = :level', { level }) : query.andWhere('c.counts');
  }

  /** The plans in which these subjects were ever credited. */
  async plansOf(subjectIds: readonly string[], tx: EntityManager): Promise<string[]> {
    const rows = await tx
      .createQueryBuilder(ActivityCreditEntity, 'c')
      .select('DISTINCT c.planId', 'planId')
      .where('c.subjectId = ANY (:subjectIds)', { subjectIds })
      .getRawMany<{ planId: string }>();
    return rows.map(({ planId }) => planId);
  }

  async add(
    lines: { activity: readonly ActivityCreditEntity[]; target: readonly TargetCreditEntity[] },
    tx: EntityManager,
  ): Promise<void> {
    for (const [entity, rows] of [
      [ActivityCreditEntity, lines.activity],
      [TargetCreditEntity, lines.target],
    ] as const)
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
        await tx.insert(entity, rows.slice(from, from + ROWS_AT_ONCE));
  }

  /** The signings that are about any of these subjects. */
  async signingsAbout(subjectIds: readonly string[], tx: EntityManager): Promise<string[]> {
    const rows = await tx
      .createQueryBuilder(SigningSubjectEntity, 's')
      .select('DISTINCT s.signingId', 'signingId')
      .where('s.subjectId = ANY (:subjectIds)', { subjectIds })
      .getRawMany<{ signingId: string }>();
    return rows.map(({ signingId }) => signingId).sort();
  }

  /** Every subject of a signing put down to one of these activities, or credited in the plan before. */
  async subjectsOfPlan(planId: string, tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT s.subject_id AS id FROM signing_subjects s JOIN signings g ON g.id = s.signing_id
         JOIN activities a ON a.id = g.activity_id WHERE a.plan_id = $1
       UNION SELECT subject_id FROM activity_credits WHERE plan_id = $1 ORDER BY id`,
      [planId],
    );
    return rows.map(({ id }) => id);
  }
}
