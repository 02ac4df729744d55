import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { meaning } from '../common/like';
import type { Page } from '../common/page';
import { findPage, newestFirst } from '../platform/database/keyset';
import type { ConfirmationState, SigningKind } from '../taxonomy/signing.vocabulary';
import { SigningCheckEntity } from './signing-check.entity';
import { SigningEntity } from './signing.entity';

export interface SigningFilter {
  state?: ConfirmationState[];
  kind?: SigningKind[];
  parkId?: string;
  activityId?: string;
  matchId?: string;
  voided?: boolean;
  q?: string;
  cursor?: string;
  limit: number;
}

@Injectable()
export class SigningRepository {
  find(id: string, tx: EntityManager): Promise<SigningEntity | null> {
    return tx.findOneBy(SigningEntity, { id });
  }

  /** Signings of a match, the latest first. */
  ofMatch(matchId: string, tx: EntityManager): Promise<SigningEntity[]> {
    return tx.find(SigningEntity, { where: { matchId }, order: { id: 'DESC' } });
  }

  page(filter: SigningFilter, tx: EntityManager): Promise<Page<SigningEntity>> {
    const query = tx.createQueryBuilder(SigningEntity, 's');
    const { state, kind, parkId, activityId, matchId, voided, q } = filter;
    if (state) query.andWhere('s.state = ANY (:state)', { state });
    if (kind) query.andWhere('s.kind = ANY (:kind)', { kind });
    if (parkId) query.andWhere('s.parkId = :parkId', { parkId });
    if (activityId) query.andWhere('s.activityId = :activityId', { activityId });
    if (matchId) query.andWhere('s.matchId = :matchId', { matchId });
    if (voided !== undefined) query.andWhere('(s.voidedAt IS NOT NULL) = :voided', { voided });
    if (q)
      query.andWhere('(s.code ILIKE ANY (:parts) OR s.title ILIKE ANY (:parts))', {
        parts: meaning(q),
      });
    return findPage(query, newestFirst('s'), filter);
  }

  async namesOf(
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<Map<string, { code: string; title: string }>> {
    const found = await tx.find(SigningEntity, {
      select: { id: true, code: true, title: true },
      where: { id: In([...new Set(ids)]) },
    });
    return new Map(found.map(({ id, code, title }) => [id, { code, title }]));
  }

  async insert(signing: SigningEntity, tx: EntityManager): Promise<void> {
    await tx.insert(SigningEntity, signing);
  }

  /** Changes the signing if it still stands where it was read; false when somebody was faster. */
  async changeIf(
    { id, state, version }: Pick<SigningEntity, 'id' | 'state' | 'version'>,
    changes: Partial<SigningEntity>,
    tx: EntityManager,
  ): Promise<boolean> {
    const next = { ...changes, version: version + 1 };
    const { affected } = await tx.update(SigningEntity, { id, state, version }, next);
    return affected === 1;
  }

  async addCheck(check: SigningCheckEntity, tx: EntityManager): Promise<void> {
    await tx.insert(SigningCheckEntity, check);
  }

  /** What was done, the first first. */
  checks(signingId: string, tx: EntityManager): Promise<SigningCheckEntity[]> {
    return tx.find(SigningCheckEntity, { where: { signingId }, order: { id: 'ASC' } });
  }
}
