import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { Forbidden } from '../common/errors';
import { Database } from '../platform/database/database';
import type { RecordEntity } from './record.entity';
import { RecordDesk } from './record-desk';
import type { RecordRepository } from './record.repository';
import { isAtHome } from './record-rights';
import type { VersionView } from './record-view';

/** What became of a record, for those who may read all of it: an old version may hold what is sealed today. */
@Injectable()
export class RecordHistory {
  constructor(
    private readonly database: Database,
    private readonly desk: RecordDesk,
  ) {}

  /** All versions, the first first. @throws 404 RECORD.NOT_FOUND; 403 RECORD.NOT_YOURS */
  of<E extends RecordEntity>(actor: Actor, records: RecordRepository<E>, id: string): Promise<VersionView[]> {
    return this.database.as(actor, async (tx) => {
      const record = await this.desk.require(records, id, tx);
      if (!isAtHome(actor, record))
        throw new Forbidden('RECORD.NOT_YOURS', 'The history of a record is for those at home with it');
      const versions = await records.findVersions(id, tx);
      return versions.map(({ recordId: _id, createdAt, snapshot, ...version }) => ({
        ...version,
        snapshot: snapshot as Record<string, unknown>,
        createdAt: createdAt.toISOString(),
      }));
    });
  }
}
