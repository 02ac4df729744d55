import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NoteEntity } from './note.entity';

@Injectable()
export class NoteRepository {
  async insert(note: NoteEntity, tx: EntityManager): Promise<void> {
    await tx.insert(NoteEntity, note);
  }

  /** Newest first. */
  ofMatch(matchId: string, tx: EntityManager): Promise<NoteEntity[]> {
    return tx.find(NoteEntity, { where: { matchId }, order: { writtenAt: 'DESC', id: 'DESC' } });
  }
}
