import type { z } from 'zod';
import { levels } from '../taxonomy/signing.vocabulary';

/** What an agreement proves by itself, low to high. */
export const paperLevels = levels.schema.extract(['intention', 'framework', 'signed']);
export type PaperLevel = z.infer<typeof paperLevels>;

/** What is reached after it, each by a record of its own with date and proof. */
export const milestoneLevels = levels.schema.exclude(['intention', 'framework', 'signed']);
export type MilestoneLevel = z.infer<typeof milestoneLevels>;
