import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { GuestEntity } from './guest.entity';

@Injectable()
export class GuestRepository {
  find(id: string, tx: EntityManager): Promise<GuestEntity | null> {
    return tx.findOneBy(GuestEntity, { id });
  }

  of(sessionId: string, tx: EntityManager): Promise<GuestEntity[]> {
    return tx.find(GuestEntity, { where: { sessionId }, order: { id: 'ASC' } });
  }

  findAll(ids: readonly string[], tx: EntityManager): Promise<GuestEntity[]> {
    return tx.findBy(GuestEntity, { id: In([...new Set(ids)]) });
  }

  /** Guests whose phone ends as one of `tailIndexes` says. */
  byTail(sessionId: string, tailIndexes: readonly Buffer[], tx: EntityManager): Promise<GuestEntity[]> {
    return tx.findBy(GuestEntity, { sessionId, tailIndex: In([...tailIndexes]) });
  }

  async insert(guests: readonly GuestEntity[], tx: EntityManager): Promise<void> {
    await tx.insert(GuestEntity, [...guests]);
  }

  /** Changes the guest if it still is at `version`; false when it is not. */
  async update(
    { id, version }: Pick<GuestEntity, 'id' | 'version'>,
    changes: Partial<GuestEntity>,
    tx: EntityManager,
  ): Promise<boolean> {
    const { affected } = await tx.update(GuestEntity, { id, version }, { ...changes, version: version + 1 });
    return affected === 1;
  }

  /** Marks everybody who said they come, or never answered, and did not sign in. */
  async markAbsent(sessionId: string, tx: EntityManager): Promise<number> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE session_guests SET presence = 'absent', version = version + 1
       WHERE session_id = $1 AND presence = 'expected' AND reply <> 'declined' RETURNING id`,
      [sessionId],
    );
    return rows.length;
  }

  /** False when a meeting of the guest was talked about, and it stays. */
  async remove(id: string, tx: EntityManager): Promise<boolean> {
    await tx.query(
      'DELETE FROM session_meetings WHERE (host_id = $1 OR visitor_id = $1) AND talked_at IS NULL',
      [id],
    );
    const [, affected] = await tx.query<[unknown[], number]>(
      `DELETE FROM session_guests g WHERE id = $1
         AND NOT EXISTS (SELECT FROM session_meetings WHERE host_id = g.id OR visitor_id = g.id)`,
      [id],
    );
    return affected === 1;
  }
}
