import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CountedSigning } from '../counting/counted-signing';
import { QualityDecisionEntity } from './quality-decision.entity';

@Injectable()
export class QualityRepository {
  async add(decision: QualityDecisionEntity, tx: EntityManager): Promise<void> {
    await tx.insert(QualityDecisionEntity, decision);
  }

  /** What was decided about a signing, the first first. */
  of(signingId: string, tx: EntityManager): Promise<QualityDecisionEntity[]> {
    return tx.find(QualityDecisionEntity, { where: { signingId }, order: { id: 'ASC' } });
  }

  /** The words that hold for each signing, with the decision each rests on. */
  async holding(
    signingIds: readonly string[],
    tx: EntityManager,
  ): Promise<Map<string, CountedSigning['qualities']>> {
    const all = await tx.find(QualityDecisionEntity, {
      where: { signingId: In([...signingIds]) },
      order: { id: 'ASC' },
    });
    const holding = new Map<string, CountedSigning['qualities']>();
    for (const { id, signingId, word, applies } of all) {
      const qualities = holding.get(signingId) ?? {};
      if (applies) qualities[word] = id;
      else delete qualities[word];
      holding.set(signingId, qualities);
    }
    return holding;
  }
}
