import { z } from 'zod';
import { type Frame, recordView, viewOf } from '../records/record-view';
import { criteria } from '../taxonomy/match.vocabulary';
import { needKinds } from '../taxonomy/need.vocabulary';
import type { NeedEntity } from './need.entity';
import { hiringDetails, type HiringDetails, technologyDetails, type TechnologyDetails } from './need.schema';

export const needView = z
  .object({
    ...recordView,
    kind: needKinds.schema,
    must: z.array(criteria.schema),
    technology: technologyDetails.optional(),
    hiring: hiringDetails.optional(),
  })
  .meta({ id: 'Need' });
export type NeedView = z.infer<typeof needView>;

/** Details are texts too: a reader who is given the summary gets none of them. */
export function needViewOf(need: NeedEntity, frame: Frame): NeedView {
  const shared = { ...viewOf(need, frame), kind: need.kind };
  if (frame.disclosure === 'summary') return { ...shared, must: [] };
  return {
    ...shared,
    must: need.must,
    ...(need.kind === 'technology'
      ? { technology: need.details as TechnologyDetails }
      : { hiring: need.details as HiringDetails }),
  };
}
