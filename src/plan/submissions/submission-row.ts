import { newId } from '../../common/ids';
import type { TargetCreditEntity } from '../crediting/target-credit.entity';
import type { Reported } from './changes';
import type { SubmissionEntity, SubmissionRowEntity } from './submission.entity';

/** A credit as it is frozen in a submission. */
export const rowOf = (
  submission: SubmissionEntity,
  { line, change, reason }: Reported<TargetCreditEntity>,
): SubmissionRowEntity => ({
  id: newId(),
  submissionId: submission.id,
  creditId: line.id,
  change,
  reason,
  targetId: line.targetId,
  signingId: line.signingId,
  subjectKind: line.subjectKind,
  subjectId: line.subjectId,
  level: line.level,
  counts: line.counts,
  countedId: line.countedId,
  activityId: line.activityId,
  parkId: line.parkId,
  region: line.region,
  yuan: line.yuan,
  reachedOn: line.reachedOn,
  ruleVersion: line.ruleVersion,
  sampleSet: line.sampleSet,
});
