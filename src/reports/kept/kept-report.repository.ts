import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeptReportEntity } from './kept-report.entity';

@Injectable()
export class KeptReportRepository {
  find(id: string, tx: EntityManager): Promise<KeptReportEntity | null> {
    return tx.findOneBy(KeptReportEntity, { id });
  }

  /** The latest first. */
  of(planId: string, tx: EntityManager): Promise<KeptReportEntity[]> {
    return tx.find(KeptReportEntity, { where: { planId }, order: { fromOn: 'DESC' }, take: 200 });
  }

  isKept(
    planId: string,
    kind: KeptReportEntity['kind'],
    fromOn: string,
    tx: EntityManager,
  ): Promise<boolean> {
    return tx.existsBy(KeptReportEntity, { planId, kind, fromOn });
  }

  /** Keeps it unless another worker was faster. */
  async add(report: KeptReportEntity, tx: EntityManager): Promise<void> {
    await tx.createQueryBuilder().insert().into(KeptReportEntity).values(report).orIgnore().execute();
  }
}
