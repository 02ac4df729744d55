import { z } from 'zod';
import { matchView } from '../../matching/review/match.view';
import { FORECAST_STAGES } from './chances';

const stage = z.enum(FORECAST_STAGES);

export const forecastView = z
  .object({
    plan: z.string(),
    asOf: z.string(),
    interval: z.number().describe('probability that a number ends between low and high'),
    chances: z
      .array(
        z.object({
          stage,
          prior: z.number().describe('0 to 1, before any history'),
          chance: z
            .number()
            .describe('0 to 1, that it ends in a signing (of a signing: in what its target counts)'),
          days: z.number().describe('mean days until then'),
        }),
      )
      .describe('what the forecast rests on'),
    targets: z.array(
      z.object({
        code: z.string(),
        goal: z.number().int(),
        counted: z.number().int(),
        due: z.number().describe('应达 today'),
        behind: z.number().describe('due less counted, 0 when it is not behind'),
        open: z.number().int().describe('what may yet count'),
        byStage: z.partialRecord(stage, z.number().int()),
        mean: z.number().describe('expected at the end of the period, counted included'),
        low: z.number().int(),
        high: z.number().int(),
        reaches: z.number().describe('probability of the goal, 0 to 1'),
        until: z.string().describe('last day that counts'),
      }),
    ),
  })
  .meta({ id: 'Forecast' });
export type ForecastView = z.infer<typeof forecastView>;

export const nextMatchesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(20).default(5),
});
export type NextMatchesQuery = z.infer<typeof nextMatchesQuery>;

export const nextMatches = z
  .array(
    z.object({
      match: matchView,
      targets: z.array(z.string()).describe('targets that are behind and would gain by it, by code'),
      chance: z.number().describe('0 to 1, that it is signed in time'),
      gain: z
        .number()
        .describe('how much of what is missing it can be expected to bring, summed over those targets'),
    }),
  )
  .meta({ id: 'NextMatches' });
export type NextMatches = z.infer<typeof nextMatches>;
