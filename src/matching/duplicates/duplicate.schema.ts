import { z } from 'zod';
import { needStatuses } from '../../taxonomy/need.vocabulary';
import { recordCard } from '../cards/record-card';

/** A draft as far as it has been written, to be held against what is there. */
export const duplicateRequest = z.strictObject({
  kind: z.enum(['need', 'project']),
  title: z.string().max(500).default(''),
  text: z.string().max(50_000).default(''),
  except: z.uuid().optional().describe('the record that is being edited'),
});
export type DuplicateRequest = z.infer<typeof duplicateRequest>;

/** Records that say nearly the same, likest first; none when nothing comes near. */
export const duplicateView = z.strictObject({
  items: z.array(
    z.strictObject({
      record: recordCard,
      status: needStatuses.schema,
      likeness: z.number().min(0).max(1).describe('1: the same words'),
    }),
  ),
});
export type DuplicateView = z.infer<typeof duplicateView>;
