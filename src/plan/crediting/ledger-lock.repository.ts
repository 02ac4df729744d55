import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** First keys of our advisory locks: whole plans, and subjects. */
const PLAN_LOCK = 7_202_201;
const SUBJECT_LOCK = 7_202_202;

/** Subjects share this many locks, so that a roster of thousands takes no more. */
const BUCKETS = 64;

/** A whole number from the random end of a UUIDv7. */
const tailOf = (id: string): number => parseInt(id.slice(-6), 16);

/**
 * Who may write the ledgers, until the end of the transaction. Writers of different subjects go side by side; each takes
 * its locks in ascending order, subjects before plans, so that no two wait for each other.
 */
@Injectable()
export class LedgerLockRepository {
  async lockSubjects(subjectIds: readonly string[], tx: EntityManager): Promise<void> {
    const buckets = inOrder(subjectIds.map((id) => tailOf(id) % BUCKETS));
    await tx.query(`SELECT pg_advisory_xact_lock(${SUBJECT_LOCK}, key) FROM unnest($1::int[]) AS key`, [
      buckets,
    ]);
  }

  /** Side by side with other writers of these plans. */
  async sharePlans(planIds: readonly string[], tx: EntityManager): Promise<void> {
    const keys = inOrder(planIds.map(tailOf));
    await tx.query(`SELECT pg_advisory_xact_lock_shared(${PLAN_LOCK}, key) FROM unnest($1::int[]) AS key`, [
      keys,
    ]);
  }

  /** Nobody else writes the plan's ledgers, and whatever was begun is committed. */
  async lockPlan(planId: string, tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(${PLAN_LOCK}, $1)`, [tailOf(planId)]);
  }
}

const inOrder = (keys: readonly number[]): number[] => [...new Set(keys)].sort((a, b) => a - b);
