import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationService } from '../organisations/organisation.service';
import { ParkService } from '../organisations/park.service';
import { ProjectService } from '../projects/project.service';
import { PersonService } from '../talent/person.service';
import { EstablishmentRepository } from './establishment.repository';
import type { SigningFile } from './signing-file';
import type { SigningSubjectEntity } from './signing-subject.entity';
import type { SigningEntity } from './signing.entity';
import type { SigningSummary, SigningView } from './signing.view';

/** Shows signings with the names that the transaction's actor may know. */
@Injectable()
export class SigningPresenter {
  constructor(
    private readonly parks: ParkService,
    private readonly projects: ProjectService,
    private readonly persons: PersonService,
    private readonly organisations: OrganisationService,
    private readonly establishments: EstablishmentRepository,
  ) {}

  async view(file: SigningFile, tx: EntityManager): Promise<SigningView> {
    return viewOf(file, await this.parkCodes(tx), await this.namesOf(file.subjects, tx));
  }

  async summaries(signings: readonly SigningEntity[], tx: EntityManager): Promise<SigningSummary[]> {
    const codes = await this.parkCodes(tx);
    return signings.map((signing) => summaryOf(signing, codes));
  }

  private async parkCodes(tx: EntityManager): Promise<Map<string, string>> {
    return new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
  }

  private async namesOf(
    subjects: readonly SigningSubjectEntity[],
    tx: EntityManager,
  ): Promise<Map<string, string>> {
    const ids = (...kinds: SigningSubjectEntity['subjectKind'][]) =>
      subjects.filter(({ subjectKind }) => kinds.includes(subjectKind)).map(({ subjectId }) => subjectId);
    const projects = await this.projects.getForMatching(ids('project'), tx);
    return new Map([
      ...projects.map(({ id, title }) => [id, title] as const),
      ...(await this.persons.namesOf(ids('person'), tx)),
      ...(await this.organisations.namesOf(ids('organisation'), tx)),
      ...(await this.establishments.namesOf(ids('alliance', 'base'), tx)),
    ]);
  }
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

const summaryOf = (signing: SigningEntity, parkCodes: ReadonlyMap<string, string>): SigningSummary => ({
  id: signing.id,
  code: signing.code,
  kind: signing.kind,
  form: signing.form,
  title: signing.title,
  level: signing.level,
  state: signing.state,
  park: parkCodes.get(signing.parkId) ?? null,
  match: signing.matchId,
  need: signing.needId,
  project: signing.projectId,
  talent: signing.talentId,
  partyA: signing.partyAOrganisationId,
  partyB: signing.partyBOrganisationId,
  activity: signing.activityId,
  regionOfOrigin: signing.regionOfOrigin,
  onSite: signing.onSite,
  source: signing.source,
  contractOn: signing.contractOn,
  ceremonyOn: signing.ceremonyOn,
  amounts: signing.amounts,
  recordedBy: signing.recordedBy,
  checkedBy: signing.checkedBy,
  checkedAt: instant(signing.checkedAt),
  confirmedBy: signing.confirmedBy,
  confirmedAt: instant(signing.confirmedAt),
  voidedAt: instant(signing.voidedAt),
  voidReason: signing.voidReason,
  version: signing.version,
  sampleSet: signing.sampleSet,
  createdAt: signing.createdAt.toISOString(),
  updatedAt: signing.updatedAt.toISOString(),
});

const viewOf = (
  file: SigningFile,
  parkCodes: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): SigningView => ({
  ...summaryOf(file.signing, parkCodes),
  subjects: file.subjects.map(({ id, subjectKind, subjectId, line, facts }) => ({
    id,
    kind: subjectKind,
    subjectId,
    name: names.get(subjectId) ?? null,
    line,
    facts,
  })),
  documents: file.documents.map(
    ({ id, kind, attachmentId, number, datedOn, particulars, certifiedAmount }) => ({
      id,
      kind,
      attachment: attachmentId,
      number,
      datedOn,
      particulars,
      certifiedAmount,
    }),
  ),
  milestones: file.milestones.map(({ id, subjectId, level, reachedOn, documentIds }) => ({
    id,
    subjectId,
    level,
    reachedOn,
    documentIds,
  })),
  provenLevels: file.provenLevels,
  countedAmounts: file.countedAmounts,
  explanation: file.signing.explanation,
});
