import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Conflict, type FieldError, RuleBroken } from '../common/errors';
import { Database } from '../platform/database/database';
import { RosterLines } from './roster-lines';
import type { RecordRoster, RosterLineView } from './roster.schema';
import { notYours, SigningDesk } from './signing-desk';
import { SigningPapers } from './signing-papers';
import { SigningRecorder } from './signing-recorder';
import { canRecord } from './signing-rights';
import { SigningService } from './signing.service';
import type { SigningView } from './signing.view';

/** Batch signing: one roster, one signing, one subject a person. */
@Injectable()
export class RosterService {
  constructor(
    private readonly database: Database,
    private readonly recorder: SigningRecorder,
    private readonly lines: RosterLines,
    private readonly papers: SigningPapers,
    private readonly desk: SigningDesk,
    private readonly signings: SigningService,
  ) {}

  /**
   * Records the whole roster or nothing.
   * @throws 409 SIGNING.ROSTER_REFUSED with a pointer per line: SIGNING.ROSTER_TWICE, SIGNING.ROSTER_ELSEWHERE,
   *   SIGNING.ROSTER_OTHER_NAME; 422 SIGNING.ROSTER_NOT_PERSONAL; and as SigningRecorder.record
   */
  record(actor: Actor, roster: RecordRoster, sampleSet: string | null = null): Promise<SigningView> {
    return this.database.as(actor, async (tx) => {
      const { tier, scan, lines, ...stated } = roster;
      const paper = { ...scan, kind: 'roster' as const };
      const signing = await this.recorder.record(
        actor,
        { ...stated, kind: 'talent', amounts: {}, documents: [paper] },
        sampleSet,
        tx,
      );
      if (!(await this.papers.isPersonal(signing, scan.attachment, tx)))
        throw new RuleBroken('SIGNING.ROSTER_NOT_PERSONAL', 'The scan of a roster holds people’s data');
      refuseLines(await this.lines.add(signing, tier, lines, tx));
      return this.signings.view(signing.id, tx);
    });
  }

  /** The lines of a roster, for those who keep it. @throws 404; 403 SIGNING.NOT_YOURS */
  list(actor: Actor, id: string): Promise<RosterLineView[]> {
    return this.database.as(actor, async (tx: EntityManager) => {
      if (!canRecord(actor, await this.desk.require(id, tx))) throw notYours();
      return this.lines.list(id, tx);
    });
  }
}

function refuseLines(errors: FieldError[]): void {
  if (errors.length === 0) return;
  throw new Conflict('SIGNING.ROSTER_REFUSED', 'Lines of the roster were refused', {
    params: { lines: errors.length },
    errors,
  });
}
