import { z } from 'zod';
import type { PartPoints } from '../shortlists/entries';

/** What a person had before them when deciding; without it a decision cannot teach, since nobody knows what was passed over. */
export const shownSchema = z.strictObject({
  /** Place in the list, from 1. */
  rank: z.int().min(1).max(10_000),
  listLength: z.int().min(1).max(10_000),
  /** The filter of the list, as its query string. */
  filter: z.string().max(500).default(''),
  /** Supplies listed above it. */
  above: z.array(z.uuid()).max(50).default([]),
});
export type Shown = z.infer<typeof shownSchema>;

/** What is kept of a decision: what was shown, and what the server knew of the pair at that moment. */
export interface Seen {
  shown: Shown | null;
  demandVersion: number;
  supplyVersion: number;
  model: number | null;
  score: number | null;
  parts: PartPoints | null;
  /** Rows of the shortlist that stood above it, as they were scored. Decisions of earlier releases have none. */
  above?: { supplyId: string; supplyVersion: number; parts: PartPoints }[];
}
