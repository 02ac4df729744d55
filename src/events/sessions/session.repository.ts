import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, type Sort } from '../../platform/database/keyset';
import type { PageRequest } from '../../platform/http/query.schema';
import { SessionEntity } from './session.entity';

const LATEST_FIRST: Sort<SessionEntity> = {
  name: 'held',
  direction: 'DESC',
  columns: ['s.heldOn', 's.id'],
  valuesOf: ({ heldOn, id }) => [heldOn, id],
};

@Injectable()
export class SessionRepository {
  find(id: string, tx: EntityManager): Promise<SessionEntity | null> {
    return tx.findOneBy(SessionEntity, { id });
  }

  findAll(ids: readonly string[], tx: EntityManager): Promise<SessionEntity[]> {
    return tx.findBy(SessionEntity, { id: In([...ids]) });
  }

  ofActivity(activityId: string, tx: EntityManager): Promise<SessionEntity[]> {
    return tx.find(SessionEntity, { where: { activityId }, order: { heldOn: 'ASC', id: 'ASC' } });
  }

  page(
    { activity, ...page }: PageRequest & { activity?: string },
    tx: EntityManager,
  ): Promise<Page<SessionEntity>> {
    const query = tx.createQueryBuilder(SessionEntity, 's');
    if (activity) query.andWhere('s.activityId = :activity', { activity });
    return findPage(query, LATEST_FIRST, page);
  }

  async insert(session: SessionEntity, tx: EntityManager): Promise<void> {
    await tx.insert(SessionEntity, session);
  }

  /** Changes the session if it still is at `version`; false when it is not. */
  async update(
    id: string,
    version: number,
    changes: Partial<SessionEntity>,
    tx: EntityManager,
  ): Promise<boolean> {
    const next = { ...changes, version: version + 1 } as object;
    const { affected } = await tx.update(SessionEntity, { id, version }, next);
    return affected === 1;
  }

  async setBound(id: string, upperBound: number | null, tx: EntityManager): Promise<void> {
    await tx.update(SessionEntity, { id }, { upperBound });
  }

  /** Nobody else plans the session's meetings or signs its guests in from here to the end of the transaction. */
  async lock(id: string, tx: EntityManager): Promise<void> {
    await tx.query('SELECT FROM activity_sessions WHERE id = $1 FOR UPDATE', [id]);
  }
}
