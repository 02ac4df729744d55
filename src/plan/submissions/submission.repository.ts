import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, type Sort } from '../../platform/database/keyset';
import type { Change } from './changes';
import { SubmissionEntity, SubmissionRowEntity } from './submission.entity';

const ROWS_AT_ONCE = 1_000;

const IN_ORDER: Sort<SubmissionRowEntity> = {
  name: 'order',
  direction: 'ASC',
  columns: ['r.id'],
  valuesOf: ({ id }) => [id],
};

interface RowFilter {
  submissionId: string;
  targetId?: string;
  change?: Change;
  cursor?: string;
  limit: number;
}

@Injectable()
export class SubmissionRepository {
  /** The latest first. */
  list(planId: string, tx: EntityManager): Promise<SubmissionEntity[]> {
    return tx.find(SubmissionEntity, { where: { planId }, order: { cutOff: 'DESC' } });
  }

  find(planId: string, id: string, tx: EntityManager): Promise<SubmissionEntity | null> {
    return tx.findOneBy(SubmissionEntity, { planId, id });
  }

  rows(submissionId: string, tx: EntityManager): Promise<SubmissionRowEntity[]> {
    return tx.find(SubmissionRowEntity, { where: { submissionId }, order: { id: 'ASC' } });
  }

  page(
    { submissionId, targetId, change, ...page }: RowFilter,
    tx: EntityManager,
  ): Promise<Page<SubmissionRowEntity>> {
    const query = tx
      .createQueryBuilder(SubmissionRowEntity, 'r')
      .where('r.submissionId = :submissionId', { submissionId });
    if (targetId) query.andWhere('r.targetId = :targetId', { targetId });
    if (change) query.andWhere('r.change = :change', { change });
    return findPage(query, IN_ORDER, page);
  }

  async add(
    submission: SubmissionEntity,
    rows: readonly SubmissionRowEntity[],
    tx: EntityManager,
  ): Promise<void> {
    await tx.insert(SubmissionEntity, submission);
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      await tx.insert(SubmissionRowEntity, rows.slice(from, from + ROWS_AT_ONCE));
  }
}
