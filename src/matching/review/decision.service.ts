import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { DomainError } from '../../common/errors';
import { Database } from '../../platform/database/database';
import { problemOf, refusalOf } from '../../platform/http/problem';
import { currentRequest } from '../../platform/http/request-context';
import type { MatchEntity } from './match.entity';
import { MatchPresenter } from './match-presenter';
import { MatchRepository } from './match.repository';
import { MatchStart } from './match-start';
import type { DecisionsView, DecisionView } from './match.view';
import type { Decision } from './review.schema';
import { ReviewService } from './review.service';
import { stale } from './stage.service';

/** Decisions on rows of a shortlist, many at once. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly starts: MatchStart,
    private readonly review: ReviewService,
    private readonly presenter: MatchPresenter,
  ) {}

  /** Each decision stands for itself: what one is refused for changes nothing about the others. */
  async decide(actor: Actor, decisions: readonly Decision[]): Promise<DecisionsView> {
    const items: DecisionView[] = [];
    for (const [index, decision] of decisions.entries())
      items.push(await this.answer(actor, decision, index));
    return { items };
  }

  private async answer(actor: Actor, decision: Decision, index: number): Promise<DecisionView> {
    try {
      const match = await this.database.asOne(actor, (tx) => this.decideOne(actor, decision, tx));
      return { index, ok: true, match: await this.presenter.view(actor, match) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status >= 500) throw error;
      return { index, ok: false, problem: problemOf(within(refusal, index), locale(), currentRequest()?.id) };
    }
  }

  private async decideOne(actor: Actor, decision: Decision, tx: EntityManager): Promise<MatchEntity> {
    const { pairKind, demandId, supplyId, version, ...step } = decision;
    const pair = { pairKind, demandId, supplyId };
    const held = await this.matches.findPair(pair, tx);
    if ((held?.version ?? 0) !== version) throw stale();
    const match = held ?? (await this.starts.start(actor, pair, tx));
    return this.review.step(actor, match, match.version, step, tx);
  }
}

const locale = () => currentRequest()?.locale ?? 'zh-CN';

/** The refusal of one item, its pointers leading into the whole request. */
const within = (refusal: DomainError, index: number): DomainError =>
  new DomainError(refusal.code, refusal.status, refusal.message, {
    params: refusal.params,
    errors: refusal.errors.map((field) => ({ ...field, pointer: `/items/${index}${field.pointer}` })),
    cause: refusal,
  });
