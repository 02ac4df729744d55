import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { groupBy } from '../../common/group-by';
import { ParkService } from '../../organisations/park.service';
import { Database } from '../../platform/database/database';
import { ConflictRepository, type ConflictRow, type SubjectField } from './conflict.repository';
import type { ConflictView, KnownQuery, KnownSigning } from './conflict.schema';

/** The same subject signed twice, or by two parks: both are shown, one of them carries the credit. */
@Injectable()
export class ConflictService {
  constructor(
    private readonly database: Database,
    private readonly conflicts: ConflictRepository,
    private readonly parks: ParkService,
  ) {}

  /** A park is shown what its own signings are in conflict with, by code, park and state. */
  list(actor: Actor, signingId: string | null = null): Promise<ConflictView[]> {
    return this.database.as(SYSTEM, (tx) => this.read(actor, signingId, tx));
  }

  /** Live signings about the same, to be warned before recording another; another park's by code, park and state only. */
  known(actor: Actor, named: KnownQuery): Promise<KnownSigning[]> {
    const [field, value] = Object.entries(named)[0] as [SubjectField, string];
    return this.database.as(SYSTEM, async (tx) => {
      const parks = new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
      const rows = await this.conflicts.about(field, value, tx);
      return rows.map(({ parkId, title, ...row }) => ({
        ...row,
        title: isOpenTo(actor, parkId) ? title : null,
        park: parks.get(parkId) ?? null,
      }));
    });
  }

  private async read(actor: Actor, signingId: string | null, tx: EntityManager): Promise<ConflictView[]> {
    const rows = await this.conflicts.find(signingId, tx);
    const parks = new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
    const isOpen = ({ parkId }: ConflictRow) => isOpenTo(actor, parkId);
    return [...groupBy(rows, ({ subjectId }) => subjectId).values()]
      .filter((same) => same.some(isOpen))
      .map((same) => ({
        subject: { kind: same[0].subjectKind, id: same[0].subjectId },
        kind:
          new Set(same.map(({ parkId }) => parkId)).size > 1 ? ('two-parks' as const) : ('twice' as const),
        signings: same.map((row) => ({
          id: row.id,
          code: row.code,
          title: isOpen(row) ? row.title : null,
          park: parks.get(row.parkId) ?? null,
          state: row.state,
          contractOn: row.contractOn,
          credited: row.credited,
        })),
      }));
  }
}

const seesAll = ({ role }: Actor): boolean => role === 'manager' || role === 'auditor' || role === 'system';
const isOpenTo = (actor: Actor, parkId: string): boolean => seesAll(actor) || actor.parkIds.includes(parkId);
