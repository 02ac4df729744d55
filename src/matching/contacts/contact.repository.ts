import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContactEntity } from './contact.entity';

@Injectable()
export class ContactRepository {
  async insert(contact: ContactEntity, tx: EntityManager): Promise<void> {
    await tx.insert(ContactEntity, contact);
  }

  /** Newest first. */
  ofMatch(matchId: string, tx: EntityManager): Promise<ContactEntity[]> {
    return tx.find(ContactEntity, { where: { matchId }, order: { contactedAt: 'DESC', id: 'DESC' } });
  }
}
