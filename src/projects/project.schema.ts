import { z } from 'zod';
import { patchOf, plainText, yuan } from '../common/fields';
import { recordFields, recordQuery } from '../records/record.schema';
import { modes, patentKinds, projectOrigins, projectStages } from '../taxonomy/project.vocabulary';

const patent = z.strictObject({ kind: patentKinds.schema, number: plainText(100) });

/** What a project says beside its text; money in whole 元, space in ㎡. */
const ownFields = {
  patents: z.array(patent).max(200).default([]),
  trl: z.int().min(1).max(9).optional(),
  /** Asked for the technology or the work, where that is not the whole investment. */
  price: yuan.optional(),
  /** Total investment the project needs. */
  investment: yuan.optional(),
  fundingWanted: yuan.optional(),
  spaceWanted: z.number().min(0).max(10_000_000).optional(),
  industrialisation: z.boolean().default(false),
  /** A park's code, 'NO.3'. */
  wantedPark: plainText(20).optional(),
  modes: z.array(modes.schema).max(8).default([]),
  expertsWanted: plainText(1000).optional(),
};
export const projectDetails = z.strictObject(ownFields);
export type ProjectDetails = z.infer<typeof projectDetails>;

const columns = { origin: projectOrigins.schema.optional(), stage: projectStages.schema.optional() };

export const createProject = z.strictObject({ ...recordFields, ...columns, ...ownFields });
export type CreateProject = z.infer<typeof createProject>;

export const editProject = z.strictObject({
  ...patchOf(recordFields),
  ...patchOf({ ...columns, ...ownFields }),
});
export type EditProject = z.infer<typeof editProject>;

export const projectQuery = z.strictObject({
  ...recordQuery,
  origin: projectOrigins.schema.optional(),
  stage: projectStages.schema.optional(),
});
export type ProjectQuery = z.infer<typeof projectQuery>;
