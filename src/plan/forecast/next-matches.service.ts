import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { NotFound } from '../../common/errors';
import { ReviewService } from '../../matching/review/review.service';
import { ForecastService } from './forecast.service';
import type { NextMatches } from './forecast.schema';
import { helpfulMatches } from './outlook';

/** Which open matches would help most with what a plan is behind in. */
@Injectable()
export class NextMatchesService {
  constructor(
    private readonly forecasts: ForecastService,
    private readonly reviews: ReviewService,
  ) {}

  /** Of the matches that `actor` can move, the most helpful first. @throws 404 PLAN.NOT_FOUND */
  async of(actor: Actor, code: string, limit: number): Promise<NextMatches> {
    const { standings, outlooks, chanceFor } = await this.forecasts.look(actor, code);
    const missing = new Map(
      standings.map(({ id, behind, rule }) => [id, rule.goal > 0 ? behind / rule.goal : 0]),
    );
    const codes = new Map(standings.map((standing) => [standing.id, standing.code]));
    const found: NextMatches = [];
    for (const { matchId, targetIds, ...helpful } of helpfulMatches(outlooks, missing, chanceFor)) {
      if (found.length === limit) break;
      const match = await this.reviews.get(actor, matchId).catch(hidden);
      if (match && match.choices.length > 0)
        found.push({ match, targets: targetIds.map((id) => codes.get(id) ?? id), ...helpful });
    }
    return found;
  }
}

/** A match between other parks helps somebody else. */
function hidden(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}
