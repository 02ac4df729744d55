import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { ContactEntity } from './contact.entity';

@Injectable()
export class ContactRepository {
  async insert(contact: ContactEntity, tx: EntityManager): Promise<void> {
    await tx.insert(ContactEntity, contact);
  }

  /** Newest first. */
  ofMatches(matchIds: readonly string[], tx: EntityManager): Promise<ContactEntity[]> {
    return tx.find(ContactEntity, {
      where: { matchId: In([...matchIds]) },
      order: { contactedAt: 'DESC', id: 'DESC' },
    });
  }
}
