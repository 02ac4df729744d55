import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RuleBroken } from '../common/errors';
import { newId } from '../common/ids';
import type { OrganisationEntity } from '../organisations/organisation.entity';
import { OrganisationService } from '../organisations/organisation.service';
import { ProjectService } from '../projects/project.service';
import { TalentService } from '../talent/talent.service';
import type { Subject } from '../taxonomy/plan.vocabulary';
import { EstablishmentRepository } from './establishment.repository';
import { SigningPartRepository } from './signing-part.repository';
import type { SigningSubjectEntity } from './signing-subject.entity';
import type { SigningEntity } from './signing.entity';
import type { RecordSigning } from './signing.schema';
import { establishmentFacts, organisationFacts, projectFacts, talentFacts } from './subject-facts';
import type { SubjectFacts } from './subject-facts.schema';

/** What a signing is about, by id. */
export interface SubjectKey {
  subjectKind: Subject;
  subjectId: string;
}

/** Finds what a signing is about, and the facts that targets ask of it. */
@Injectable()
export class SigningSubjects {
  constructor(
    private readonly parts: SigningPartRepository,
    private readonly projects: ProjectService,
    private readonly talents: TalentService,
    private readonly organisations: OrganisationService,
    private readonly establishments: EstablishmentRepository,
  ) {}

  /**
   * The one subject of an ordinary signing.
   * @throws 422 SIGNING.NO_SUBJECT for a talent without a person, or a record the actor may not know of
   */
  async keyOf(
    signing: SigningEntity,
    establishment: string | undefined,
    tx: EntityManager,
  ): Promise<SubjectKey> {
    if (establishment !== undefined) return this.establish(signing, establishment, tx);
    const key = await this.findKey(signing, tx);
    if (!key) throw new RuleBroken('SIGNING.NO_SUBJECT', 'What the signing is about is not known');
    return key;
  }

  /** The sample that a direct signing is part of: that of whatever it names. */
  async sampleSetOf({ project, talent, partyB }: RecordSigning, tx: EntityManager): Promise<string | null> {
    const named = [
      ...(await this.projects.getForMatching(listOf(project), tx)),
      ...(await this.talents.getForMatching(listOf(talent), tx)),
      await this.organisation(partyB ?? null, tx),
    ];
    return named.find((record) => record?.sampleSet != null)?.sampleSet ?? null;
  }

  async add(signing: SigningEntity, key: SubjectKey, tx: EntityManager): Promise<void> {
    const row: SigningSubjectEntity = {
      id: newId(),
      signingId: signing.id,
      ...key,
      facts: await this.factsOf(signing, key, tx),
      line: null,
      rosterLine: null,
      personIndex: null,
      live: true,
      sampleSet: signing.sampleSet,
    };
    await this.parts.addSubjects([row], tx);
  }

  /** Reads the facts anew; the people of a roster keep those of their lines. */
  async refresh(signing: SigningEntity, tx: EntityManager): Promise<void> {
    for (const { id, line, facts, ...key } of await this.parts.findSubjects(signing.id, tx)) {
      if (line === null) await this.parts.setFacts(id, await this.factsOf(signing, key, tx), tx);
      else if (signing.regionOfOrigin !== (facts.regionOfOrigin ?? null))
        await this.parts.setFacts(id, { ...facts, regionOfOrigin: signing.regionOfOrigin ?? undefined }, tx);
    }
  }

  private async establish(signing: SigningEntity, name: string, tx: EntityManager): Promise<SubjectKey> {
    const subjectKind = signing.kind === 'alliance' ? 'alliance' : 'base';
    const subjectId = await this.establishments.ensure(subjectKind, name, signing.sampleSet, tx);
    return { subjectKind, subjectId };
  }

  private async findKey(
    { kind, projectId, talentId, partyBOrganisationId }: SigningEntity,
    tx: EntityManager,
  ): Promise<SubjectKey | undefined> {
    if (kind === 'talent') {
      const [talent] = await this.talents.getForMatching(listOf(talentId), tx);
      return talent?.personId ? { subjectKind: 'person', subjectId: talent.personId } : undefined;
    }
    if (projectId !== null) {
      const [project] = await this.projects.getForMatching([projectId], tx);
      return project && { subjectKind: 'project', subjectId: project.id };
    }
    return partyBOrganisationId === null
      ? undefined
      : { subjectKind: 'organisation', subjectId: partyBOrganisationId };
  }

  private async factsOf(
    signing: SigningEntity,
    { subjectKind, subjectId }: SubjectKey,
    tx: EntityManager,
  ): Promise<SubjectFacts> {
    switch (subjectKind) {
      case 'project': {
        const [project] = await this.projects.getForMatching([subjectId], tx);
        const owner = project?.organisationId ?? signing.partyBOrganisationId;
        return projectFacts(signing, project, await this.organisation(owner, tx));
      }
      case 'person': {
        const [talent] = await this.talents.getForMatching(listOf(signing.talentId), tx);
        return talentFacts(signing, talent);
      }
      case 'organisation':
        return organisationFacts(signing, await this.organisation(subjectId, tx));
      case 'alliance':
      case 'base':
        return establishmentFacts(signing);
    }
  }

  private organisation(id: string | null, tx: EntityManager): Promise<OrganisationEntity | undefined> {
    return id === null ? Promise.resolve(undefined) : this.organisations.require(id, tx);
  }
}

const listOf = (id: string | null | undefined): string[] => (id ? [id] : []);
