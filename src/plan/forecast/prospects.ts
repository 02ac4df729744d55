import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StageHistoryRepository } from '../../matching/review/stage-history.repository';
import type { MatchEntity } from '../../matching/review/match.entity';
import type { OrganisationEntity } from '../../organisations/organisation.entity';
import { OrganisationService } from '../../organisations/organisation.service';
import { type ProjectForMatching, ProjectService } from '../../projects/project.service';
import { projectFacts, talentFacts } from '../../signings/subject-facts';
import { type TalentForMatching, TalentService } from '../../talent/talent.service';
import { pairKinds } from '../../taxonomy/match.vocabulary';
import { chanceOf, FORECAST_STAGES, type ForecastStage, type StageChance } from './chances';
import type { Prospect } from './hopes';

/** The stages of a match that a forecast looks at; what nobody has taken up yet promises nothing. */
const MATCH_STAGES = ['shortlisted', 'shared', 'negotiating', 'agreed'] as const;
type MatchStage = (typeof MATCH_STAGES)[number];

/** Open matches as what they would be signed as, and what the past says of their stages. */
@Injectable()
export class Prospects {
  constructor(
    private readonly history: StageHistoryRepository,
    private readonly projects: ProjectService,
    private readonly talents: TalentService,
    private readonly organisations: OrganisationService,
  ) {}

  async chances(sample: boolean, tx: EntityManager): Promise<Map<ForecastStage, StageChance>> {
    const outcomes = await this.history.outcomes(MATCH_STAGES, sample, tx);
    return new Map(
      FORECAST_STAGES.map((stage) => [
        stage,
        chanceOf(
          stage,
          outcomes.find((outcome) => outcome.stage === stage),
        ),
      ]),
    );
  }

  async open(sample: boolean, tx: EntityManager): Promise<Prospect[]> {
    const matches = await this.history.standing(MATCH_STAGES, sample, tx);
    const suppliesOf = (kind: 'project' | 'talent') => [
      ...new Set(
        matches.flatMap(({ pairKind, supplyId }) =>
          pairKinds.get(pairKind).supply === kind ? [supplyId] : [],
        ),
      ),
    ];
    const projects = byId(await this.projects.getForMatching(suppliesOf('project'), tx));
    const talents = byId(await this.talents.getForMatching(suppliesOf('talent'), tx));
    const owners = new Map<string, OrganisationEntity>();
    for (const { organisationId } of projects.values())
      if (organisationId !== null && !owners.has(organisationId))
        owners.set(organisationId, await this.organisations.require(organisationId, tx));
    return matches.flatMap((match) => {
      const project = projects.get(match.supplyId);
      const talent = talents.get(match.supplyId);
      if (project) return [ofProject(match, project, owners.get(project.organisationId ?? ''))];
      return talent?.personId ? [ofTalent(match, talent, talent.personId)] : [];
    });
  }
}

function ofProject(
  { id, stage }: MatchEntity,
  project: ProjectForMatching,
  owner: OrganisationEntity | undefined,
): Prospect {
  const facts = projectFacts({ form: null, regionOfOrigin: null }, project, owner);
  return {
    matchId: id,
    stage: stage as MatchStage,
    kind: 'project',
    subject: { kind: 'project', id: project.id },
    organisationId: owner?.id ?? null,
    region: facts.regionOfOrigin ?? null,
    yuan: project.details.investment ?? null,
    facts,
  };
}

function ofTalent({ id, stage }: MatchEntity, talent: TalentForMatching, personId: string): Prospect {
  const form = talent.details.engagement[0] === 'flexible' ? 'flexible' : 'employment';
  return {
    matchId: id,
    stage: stage as MatchStage,
    kind: 'talent',
    subject: { kind: 'person', id: personId },
    organisationId: null,
    region: null,
    yuan: null,
    facts: talentFacts({ form, regionOfOrigin: null }, talent),
  };
}

const byId = <R extends { id: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.id, record]));
