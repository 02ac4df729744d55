import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { NoteEntity } from './note.entity';

@Injectable()
export class NoteRepository {
  async insert(note: NoteEntity, tx: EntityManager): Promise<void> {
    await tx.insert(NoteEntity, note);
  }

  /** Newest first. */
  ofMatches(matchIds: readonly string[], tx: EntityManager): Promise<NoteEntity[]> {
    return tx.find(NoteEntity, {
      where: { matchId: In([...matchIds]) },
      order: { writtenAt: 'DESC', id: 'DESC' },
    });
  }
}
