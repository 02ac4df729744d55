import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { SigningDocumentEntity } from './signing-document.entity';
import { SigningMilestoneEntity } from './signing-milestone.entity';
import { SigningSubjectEntity } from './signing-subject.entity';
import type { SubjectFacts } from './subject-facts.schema';

/** What belongs to a signing: subjects, papers, milestones. */
@Injectable()
export class SigningPartRepository {
  /** In the order of the roster. */
  findSubjects(signingId: string, tx: EntityManager): Promise<SigningSubjectEntity[]> {
    return tx.find(SigningSubjectEntity, { where: { signingId }, order: { line: 'ASC', id: 'ASC' } });
  }

  /** The people of a roster with their encrypted lines, in its order. */
  findRoster(signingId: string, tx: EntityManager): Promise<SigningSubjectEntity[]> {
    return tx
      .createQueryBuilder(SigningSubjectEntity, 's')
      .addSelect('s.rosterLine')
      .where('s.signingId = :signingId AND s.line IS NOT NULL', { signingId })
      .orderBy('s.line')
      .getMany();
  }

  /** Papers that were not removed, the first first. */
  findDocuments(signingId: string, tx: EntityManager): Promise<SigningDocumentEntity[]> {
    return tx.find(SigningDocumentEntity, {
      where: { signingId, removedAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  /** Milestones that were not withdrawn, the first first. */
  findMilestones(signingId: string, tx: EntityManager): Promise<SigningMilestoneEntity[]> {
    return tx.find(SigningMilestoneEntity, {
      where: { signingId, withdrawnAt: IsNull() },
      order: { id: 'ASC' },
    });
  }

  /** Leaves out whom another live roster already holds, and answers the ids of those that were added. */
  async addSubjects(subjects: readonly SigningSubjectEntity[], tx: EntityManager): Promise<Set<string>> {
    if (subjects.length === 0) return new Set();
    // updateEntity would write the ids of what was inserted over those of what was left out.
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(SigningSubjectEntity)
      .values([...subjects])
      .orIgnore()
      .updateEntity(false)
      .returning('id')
      .execute();
    return new Set((inserted.raw as { id: string }[]).map(({ id }) => id));
  }

  async setFacts(id: string, facts: SubjectFacts, tx: EntityManager): Promise<void> {
    await tx.update(SigningSubjectEntity, { id }, { facts });
  }

  /** The people of a signing that is over may stand on another roster. */
  async release(signingId: string, tx: EntityManager): Promise<void> {
    await tx.update(SigningSubjectEntity, { signingId }, { live: false });
  }

  async addDocuments(documents: readonly SigningDocumentEntity[], tx: EntityManager): Promise<void> {
    await tx.insert(SigningDocumentEntity, [...documents]);
  }

  async removeDocument(
    id: string,
    removed: Pick<SigningDocumentEntity, 'removedBy' | 'removedAt'>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.update(SigningDocumentEntity, { id }, removed);
  }

  async addMilestone(milestone: SigningMilestoneEntity, tx: EntityManager): Promise<void> {
    await tx.insert(SigningMilestoneEntity, milestone);
  }

  async withdrawMilestone(
    id: string,
    withdrawn: Pick<SigningMilestoneEntity, 'withdrawnBy' | 'withdrawnAt' | 'withdrawReason'>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.update(SigningMilestoneEntity, { id }, withdrawn);
  }
}
