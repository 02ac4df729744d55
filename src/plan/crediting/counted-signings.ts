import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf } from '../../common/clock';
import { groupBy } from '../../common/group-by';
import type { SigningFile } from '../../signings/signing-file';
import { SigningService } from '../../signings/signing.service';
import type { CountedSigning, CountedSubject } from '../counting/counted-signing';
import { CreditRepository } from './credit.repository';
import { QualityRepository } from './quality.repository';

/** Subjects with all that was signed about them, and the signings as they lie. */
export interface SubjectFiles {
  subjects: { subject: CountedSubject; signings: CountedSigning[] }[];
  files: ReadonlyMap<string, SigningFile>;
}

/** Reads signings as the counting sees them. */
@Injectable()
export class CountedSignings {
  constructor(
    private readonly signings: SigningService,
    private readonly credits: CreditRepository,
    private readonly qualities: QualityRepository,
  ) {}

  async about(subjectIds: readonly string[], tx: EntityManager): Promise<SubjectFiles> {
    const ids = await this.credits.signingsAbout(subjectIds, tx);
    const qualities = await this.qualities.holding(ids, tx);
    const files = new Map<string, SigningFile>();
    for (const id of ids) files.set(id, await this.signings.getForCrediting(id, tx));
    const wanted = new Set(subjectIds);
    const seen = [...files.values()].flatMap((file) =>
      signingsIn(file, qualities.get(file.signing.id) ?? {}).filter(({ subject }) => wanted.has(subject.id)),
    );
    const subjects = [...groupBy(seen, ({ subject }) => subject.id).values()].map((same) => ({
      subject: same[0].subject,
      signings: same.map(({ signing }) => signing),
    }));
    return { subjects, files };
  }
}

/** The day a signing is judged by. */
export const signingDay = ({ signing, provenLevels }: SigningFile): string =>
  signing.contractOn ??
  provenLevels.map(({ on }) => on).reduce<string | undefined>((a, b) => (a && a <= b ? a : b), undefined) ??
  dayOf(signing.createdAt);

/** One signing as it bears on each of its subjects. */
function signingsIn(
  file: SigningFile,
  qualities: CountedSigning['qualities'],
): { subject: CountedSubject; signing: CountedSigning }[] {
  const { signing, subjects, provenLevels, countedAmounts } = file;
  const byRow = groupBy(provenLevels, ({ subjectId }) => subjectId);
  const shared = {
    id: signing.id,
    kind: signing.kind,
    confirmed: signing.state === 'confirmed' && signing.voidedAt === null,
    parkId: signing.parkId,
    activityId: signing.activityId,
    organisationId: signing.partyBOrganisationId,
    day: signingDay(file),
    yuan: countedAmounts['total-investment'] ?? null,
    qualities,
  };
  return subjects.map(({ id, subjectKind, subjectId, facts }) => ({
    subject: { kind: subjectKind, id: subjectId },
    signing: {
      ...shared,
      region: facts.regionOfOrigin ?? signing.regionOfOrigin,
      facts,
      reached: [...(byRow.get(undefined) ?? []), ...(byRow.get(id) ?? [])],
    },
  }));
}
