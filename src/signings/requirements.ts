import { z } from 'zod';
import { documentKinds, particulars } from '../taxonomy/document.vocabulary';
import { levelsOf, missingDocuments, particularsOf } from '../taxonomy/document-rules';
import { levels } from '../taxonomy/signing.vocabulary';
import type { SigningFile } from './signing-file';

/** What one level still wants before it is proved. */
export const requirement = z
  .object({
    level: levels.schema,
    counts: z.boolean(),
    proved: z.boolean().describe('for the whole signing, or for one of its people at least'),
    missing: z
      .array(z.array(documentKinds.schema).readonly())
      .readonly()
      .describe('groups of papers: one of each must come'),
    unstated: z
      .array(z.object({ document: z.uuid(), particulars: z.array(particulars.schema) }))
      .describe('papers that are there and do not state all they must'),
  })
  .meta({ id: 'SigningRequirement' });
export type Requirement = z.infer<typeof requirement>;

/** Every level that a signing of this kind can reach, in order, with what is wanting. */
export function requirementsOf({ signing, documents, provenLevels }: SigningFile): Requirement[] {
  const present = documents.map(({ kind }) => kind);
  return levelsOf(signing.kind).map((level) => ({
    level,
    counts: levels.get(level).counts,
    proved: provenLevels.some((proven) => proven.level === level),
    missing: missingDocuments(signing.kind, level, present),
    unstated: documents.flatMap(({ id, kind, particulars: stated }) => {
      const wanting = particularsOf(signing.kind, level, kind).filter((name) => !stated.includes(name));
      return wanting.length > 0 ? [{ document: id, particulars: wanting }] : [];
    }),
  }));
}
