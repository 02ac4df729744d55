import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { DomainError } from '../../common/errors';
import { Database } from '../../platform/database/database';
import { recordRoster, type RosterLine } from '../../signings/roster.schema';
import { RosterService } from '../../signings/roster.service';
import { ParkService } from '../../organisations/park.service';
import { interpretRow } from '../table/interpret-row';
import { ImportDesk, type LaidOut } from './import-desk';
import type { ImportRowEntity } from './import-row.entity';
import { ImportRowRepository } from './import-row.repository';
import { RowContents } from './row-content';

const MOST_LINES = 2_000;

/** Signs a roster: all its lines as one signing, or none. */
@Injectable()
export class RosterSigning {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly rows: ImportRowRepository,
    private readonly contents: RowContents,
    private readonly rosters: RosterService,
    private readonly parks: ParkService,
  ) {}

  /** A refused roster goes back to its preview with the lines named. */
  async sign(actor: Actor, list: LaidOut): Promise<void> {
    const rows = await this.database.as(actor, (tx) =>
      this.rows.list(list.id, { states: ['ready'], after: 0, limit: MOST_LINES }, tx),
    );
    try {
      await this.database.asOne(actor, async (tx) => {
        const signing = await this.rosters.record(actor, await this.rosterOf(actor, list, rows));
        const done = {
          state: 'created' as const,
          sealed: null,
          recordId: signing.id,
          recordVersion: signing.version,
        };
        await this.rows.put(
          rows.map((row) => ({ ...row, ...done })),
          tx,
        );
        const finished = { state: 'finished' as const, done: list.total, finishedAt: this.desk.now() };
        await this.desk.move(list.id, ['running'], finished, tx);
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.status >= 500) throw error;
      await this.giveBack(actor, list, rows, error);
    }
  }

  private async rosterOf(actor: Actor, list: LaidOut, rows: readonly ImportRowEntity[]) {
    const { roster } = list.choices ?? {};
    const parks = await this.database.as(actor, (tx) => this.parks.list(tx));
    return recordRoster.parse({
      ...roster,
      park: parks.find(({ id }) => id === list.parkId)?.code,
      lines: rows.map((row) => this.lineOf(list, row)),
    });
  }

  private lineOf({ layout }: LaidOut, row: ImportRowEntity): RosterLine {
    return interpretRow(layout, this.contents.open(row)?.cells ?? []).draft?.record as RosterLine;
  }

  private async giveBack(
    actor: Actor,
    list: LaidOut,
    rows: readonly ImportRowEntity[],
    refusal: DomainError,
  ): Promise<void> {
    const codes = new Map(
      refusal.errors.map(({ pointer, code }) => [/^\/lines\/(\d+)/.exec(pointer)?.[1], code]),
    );
    const refused = rows.flatMap((row, at): ImportRowEntity[] => {
      const failure = codes.get(String(at));
      return failure === undefined ? [] : [{ ...row, state: 'failed', failure }];
    });
    await this.database.as(actor, async (tx) => {
      await this.rows.put(refused, tx);
      await this.desk.move(list.id, ['running'], { state: 'preview', failure: refusal.code, done: 0 }, tx);
    });
  }
}
