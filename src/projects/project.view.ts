import { z } from 'zod';
import { joined } from '../common/joined';
import type { Disclosure } from '../records/disclosure';
import { type Frame, recordView, viewOf } from '../records/record-view';
import { projectOrigins, projectStages } from '../taxonomy/project.vocabulary';
import type { ProjectEntity } from './project.entity';
import { type ProjectDetails, projectDetails } from './project.schema';

export const projectView = z
  .object({
    ...recordView,
    origin: projectOrigins.schema.nullable(),
    stage: projectStages.schema.nullable(),
    ...projectDetails.partial().shape,
  })
  .meta({ id: 'Project' });
export type ProjectView = z.infer<typeof projectView>;

/** With the summary go the vocabulary fields only: a patent's number or a wish in words would name the project. */
const vocabularyOf = ({ trl, industrialisation, modes }: ProjectDetails): Partial<ProjectDetails> => ({
  ...(trl !== undefined && { trl }),
  industrialisation,
  modes,
});

export const projectViewOf = (project: ProjectEntity, frame: Frame): ProjectView =>
  joined(
    viewOf(project, frame),
    { origin: project.origin, stage: project.stage },
    detailsTold(project.details, frame.disclosure),
  );

const detailsTold = (details: ProjectDetails, disclosure: Disclosure): Partial<ProjectDetails> => {
  if (disclosure === 'full') return details;
  return disclosure === 'summary' ? vocabularyOf(details) : withoutNumbers(details);
};

/** A patent's number leads to its owner in any register. */
const withoutNumbers = ({ patents: _patents, ...details }: ProjectDetails): Partial<ProjectDetails> =>
  details;
