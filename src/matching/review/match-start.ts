import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { newId } from '../../common/ids';
import { InjectClock } from '../../platform/clock/clock.module';
import { recordCode } from '../../records/record-code';
import { RecordCodeRepository } from '../../records/record-code.repository';
import { entriesOf } from '../shortlists/entries';
import { ShortlistRepository } from '../shortlists/shortlist.repository';
import type { MatchEntity } from './match.entity';
import { type Judged, MatchRepository, type Pair } from './match.repository';
import { canKnow, canMove } from './match-rights';
import { noSuchPair, PairRecords, type PairSides } from './pair-records';
import { notYours, stale } from './stage.service';

/** Makes the match of a pair with the first human act on it. Every method joins the caller's `Database.asOne`. */
@Injectable()
export class MatchStart {
  constructor(
    private readonly matches: MatchRepository,
    private readonly pairs: PairRecords,
    private readonly shortlists: ShortlistRepository,
    private readonly codes: RecordCodeRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Stores the match at `suggested`, with the score that the shortlist gave it.
   * @throws 404 MATCH.NO_SUCH_PAIR; 403 MATCH.NOT_YOURS; 409 MATCH.RECORD_GONE; 412 when somebody acted first
   */
  async start(actor: Actor, pair: Pair, tx: EntityManager): Promise<MatchEntity> {
    const sides = await this.pairs.require(pair);
    const { demand, supply } = { demand: sides.demand.record, supply: sides.supply.record };
    if (!canKnow(actor, demand)) throw noSuchPair();
    if (!canMove(actor, { demandParkId: demand.parkId })) throw notYours();
    const listed = await this.listed(pair, tx);
    if (listed === undefined && !canKnow(actor, supply)) throw noSuchPair();
    this.pairs.requireOnOffer(sides);
    const now = this.clock.now();
    const year = Number(dayOf(now).slice(0, 4));
    const match: MatchEntity = {
      id: newId(),
      code: recordCode('match', year, await this.codes.take('match', year, 1, tx)),
      pairKind: pair.pairKind,
      demandId: demand.id,
      demandParkId: demand.parkId,
      demandOrganisationId: demand.organisationId,
      supplyId: supply.id,
      supplyParkId: supply.parkId,
      supplyOrganisationId: supply.organisationId,
      ...(listed ?? unscored(sides)),
      stage: 'suggested',
      resumeStage: null,
      version: 1,
      sharedOn: null,
      mergedInto: null,
      sampleSet: demand.sampleSet ?? supply.sampleSet,
      createdAt: now,
      updatedAt: now,
    };
    if (!(await this.matches.insert(match, tx))) throw stale();
    return match;
  }

  /** What a pair that was declined and is taken up again is judged by now. */
  async judgeAnew(match: MatchEntity, tx: EntityManager): Promise<void> {
    const judged = (await this.listed(match, tx)) ?? unscored(await this.pairs.require(match));
    await this.matches.judgeAnew(match.id, judged, tx);
  }

  private async listed(pair: Pair, tx: EntityManager): Promise<Judged | undefined> {
    const list = await this.shortlists.find(pair.demandId, pair.pairKind, tx);
    const entry = list && entriesOf(list).find(({ supplyId }) => supplyId === pair.supplyId);
    if (!entry) return undefined;
    const { score, parts, supplyVersion } = entry;
    return { demandVersion: list.demandVersion, supplyVersion, score, parts, model: list.model };
  }
}

const unscored = ({ demand, supply }: PairSides): Judged => ({
  demandVersion: demand.record.version,
  supplyVersion: supply.record.version,
  score: null,
  parts: null,
  model: null,
});
