import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createNeed } from '../needs/need.schema';
import { createOrganisation } from '../organisations/organisation.schema';
import { createProject } from '../projects/project.schema';
import { createTalent } from '../talent/talent.schema';

/** The folder of the sample's files, beside the built code. */
const FOLDER = join(__dirname, '..', '..', 'sample');
const BUILT_FOLDER = join(__dirname, '..', '..', '..', 'sample');

const ref = z.strictObject({ ref: z.string() });
/** In the files records name their organisation by its ref; the rest is what the API takes. */
const withOwner = ref.extend({ organisation: z.string().optional() });

export interface SampleRecord<T> {
  ref: string;
  /** The ref of the organisation it belongs to. */
  owner: string | undefined;
  input: T;
}

function read<T>(file: string, schema: z.ZodType<T>): SampleRecord<T>[] {
  return linesOf(file).map((line) => {
    const { ref: name, organisation, ...input } = withOwner.loose().parse(line);
    return { ref: name, owner: organisation, input: schema.parse(input) };
  });
}

function linesOf(file: string): unknown[] {
  const folder = __dirname.includes('dist') ? BUILT_FOLDER : FOLDER;
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

export const readOrganisations = () => read('organisations.jsonl', createOrganisation);
export const readNeeds = () => read('needs.jsonl', createNeed);
export const readProjects = () => read('projects.jsonl', createProject);
export const readTalents = () => read('talents.jsonl', createTalent);

const expectedMatch = z.strictObject({
  need: z.string(),
  kind: z.enum(['tech-project', 'tech-expert', 'hiring-talent']),
  best: z.array(z.string()).min(1),
  acceptable: z.array(z.string()),
});
/** Which supplies fit a need best, decided by people before any engine saw the records. */
export const readExpectedMatches = () =>
  linesOf('expected-matches.jsonl').map((line) => expectedMatch.parse(line));
