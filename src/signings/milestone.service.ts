import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { type Clock, dayOf } from '../common/clock';
import { Conflict, NotFound, RuleBroken } from '../common/errors';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { violatedConstraint } from '../platform/database/database-error';
import { levelsOf } from '../taxonomy/document-rules';
import type { NewMilestone } from './milestone.schema';
import { proves } from './proven-levels';
import { SigningDesk } from './signing-desk';
import { type SigningFile, SigningFiles } from './signing-file';
import { isLive } from './signing-life';
import type { SigningMilestoneEntity } from './signing-milestone.entity';
import { SigningPartRepository } from './signing-part.repository';

/** What a signing has reached after its contract, each step with day and proof. All takes part in the caller's transaction. */
@Injectable()
export class MilestoneService {
  constructor(
    private readonly desk: SigningDesk,
    private readonly files: SigningFiles,
    private readonly parts: SigningPartRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * @throws 404; 403; 412; 409 SIGNING.OVER; 422 SIGNING.MILESTONE_UNPROVED when the papers named do not prove it,
   *   SIGNING.MILESTONE_OF_OTHER_KIND, SIGNING.FUTURE_DAY; 409 SIGNING.MILESTONE_EXISTS
   */
  async add(
    actor: Actor,
    id: string,
    version: number,
    input: NewMilestone,
    tx: EntityManager,
  ): Promise<SigningMilestoneEntity> {
    const before = await this.desk.requireOwn(actor, id, version, tx);
    if (!isLive(before)) throw new Conflict('SIGNING.OVER', 'The signing is refused, revoked or void');
    const now = this.clock.now();
    if (input.reachedOn > dayOf(now)) throw new RuleBroken('SIGNING.FUTURE_DAY', 'The day is yet to come');
    requireProof(await this.files.read(before, tx), input);
    const milestone: SigningMilestoneEntity = {
      id: newId(),
      signingId: id,
      subjectId: input.subjectId ?? null,
      level: input.level,
      reachedOn: input.reachedOn,
      documentIds: input.documentIds,
      recordedBy: actor.userId,
      recordedAt: now,
      withdrawnBy: null,
      withdrawnAt: null,
      withdrawReason: null,
      sampleSet: before.sampleSet,
    };
    await this.desk.change(actor, before, {}, { action: 'milestone', note: input.level }, tx);
    await this.insert(milestone, tx);
    return milestone;
  }

  /** @throws 404 also for a milestone of another signing, or withdrawn already; 403; 412 */
  async withdraw(
    actor: Actor,
    id: string,
    version: number,
    { milestoneId, reason }: { milestoneId: string; reason: string },
    tx: EntityManager,
  ): Promise<SigningMilestoneEntity> {
    const before = await this.desk.requireOwn(actor, id, version, tx);
    const known = await this.parts.findMilestones(id, tx);
    const milestone = known.find((row) => row.id === milestoneId);
    if (!milestone) throw new NotFound('SIGNING.MILESTONE_NOT_FOUND', 'There is no such milestone');
    const withdrawn = { withdrawnBy: actor.userId, withdrawnAt: this.clock.now(), withdrawReason: reason };
    await this.desk.change(actor, before, {}, { action: 'withdraw-milestone', note: reason }, tx);
    await this.parts.withdrawMilestone(milestoneId, withdrawn, tx);
    return { ...milestone, ...withdrawn };
  }

  private async insert(milestone: SigningMilestoneEntity, tx: EntityManager): Promise<void> {
    try {
      await this.parts.addMilestone(milestone, tx);
    } catch (error) {
      if (violatedConstraint(error) !== 'signing_milestones_once') throw error;
      throw new Conflict('SIGNING.MILESTONE_EXISTS', 'This milestone is recorded already', { cause: error });
    }
  }
}

function requireProof(file: SigningFile, { level, documentIds, subjectId }: NewMilestone): void {
  const { signing, documents, subjects } = file;
  if (!levelsOf(signing.kind).includes(level))
    throw new RuleBroken('SIGNING.MILESTONE_OF_OTHER_KIND', 'This kind of signing does not reach it', {
      params: { kind: signing.kind, level },
    });
  if (subjectId !== undefined && !subjects.some(({ id }) => id === subjectId))
    throw new NotFound('SIGNING.SUBJECT_NOT_FOUND', 'The signing has no such subject');
  const shown = documents.filter(({ id }) => documentIds.includes(id));
  if (shown.length < documentIds.length || !proves(signing.kind, level, shown, documents))
    throw new RuleBroken('SIGNING.MILESTONE_UNPROVED', 'The papers do not prove it', { params: { level } });
}
