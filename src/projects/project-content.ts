import { patched } from '../common/fields';
import { definedOf } from '../records/stated';
import type { ProjectEntity } from './project.entity';
import type { CreateProject, EditProject, ProjectDetails } from './project.schema';

type Own = Pick<ProjectEntity, 'origin' | 'stage' | 'details' | 'must'>;

/** The columns only a project has, from a new one's input. */
export function ownContent(input: CreateProject): Own {
  const { origin, stage } = input;
  return {
    origin: origin ?? null,
    stage: stage ?? null,
    details: detailsOf(input) as ProjectDetails,
    must: [],
  };
}

/** The columns only a project has, as far as a PATCH changes them. */
export function ownChanges(before: ProjectEntity, input: EditProject): Partial<Own> {
  const { origin, stage } = input;
  return definedOf({ origin, stage, details: patched(before.details, detailsOf(input)) });
}

const detailsOf = (input: EditProject) =>
  definedOf({
    patents: input.patents,
    trl: input.trl,
    price: input.price,
    investment: input.investment,
    fundingWanted: input.fundingWanted,
    spaceWanted: input.spaceWanted,
    industrialisation: input.industrialisation,
    wantedPark: input.wantedPark,
    modes: input.modes,
    expertsWanted: input.expertsWanted,
  });
