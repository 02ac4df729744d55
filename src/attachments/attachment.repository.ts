import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AttachmentEntity } from './attachment.entity';
import type { AttachmentSubject } from './attachment.schema';

@Injectable()
export class AttachmentRepository {
  async insert(row: AttachmentEntity, tx: EntityManager): Promise<void> {
    await tx.insert(AttachmentEntity, row);
  }

  find(id: string, tx: EntityManager): Promise<AttachmentEntity | null> {
    return tx.findOneBy(AttachmentEntity, { id });
  }

  findOf(subjectKind: string, subjectId: string, tx: EntityManager): Promise<AttachmentEntity[]> {
    return tx.find(AttachmentEntity, { where: { subjectKind, subjectId }, order: { id: 'ASC' } });
  }

  /** Gives a file that has no subject one; false when it has one, or is not the actor's to give. */
  async attach(
    id: string,
    { kind, id: subjectId, ...place }: AttachmentSubject,
    tx: EntityManager,
  ): Promise<boolean> {
    const { affected } = await tx.update(
      AttachmentEntity,
      { id, subjectId: IsNull() },
      { subjectKind: kind, subjectId, ...place },
    );
    return affected === 1;
  }
}
