import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { ConsentLinkEntity } from './consent-link.entity';

@Injectable()
export class ConsentLinkRepository {
  async insert(link: ConsentLinkEntity, tx: EntityManager): Promise<void> {
    await tx.insert(ConsentLinkEntity, link);
  }

  /** The latest first. */
  ofPerson(personId: string, tx: EntityManager): Promise<ConsentLinkEntity[]> {
    return tx.find(ConsentLinkEntity, { where: { personId }, order: { id: 'DESC' }, take: 20 });
  }

  /** One that can still be answered. */
  findOpen(digest: Buffer, now: Date, tx: EntityManager): Promise<ConsentLinkEntity | null> {
    return tx.findOneBy(ConsentLinkEntity, { digest, answeredAt: IsNull(), expiresAt: MoreThan(now) });
  }

  /** False when it was answered meanwhile. */
  async answer(id: string, at: Date, tx: EntityManager): Promise<boolean> {
    const { affected } = await tx.update(ConsentLinkEntity, { id, answeredAt: IsNull() }, { answeredAt: at });
    return affected === 1;
  }
}
