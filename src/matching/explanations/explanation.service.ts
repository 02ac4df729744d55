import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { cardOf } from '../cards/record-card';
import { RecordDisclosure } from '../cards/record-disclosure';
import type { SourceRecord } from '../corpus/record-source';
import { type ExplainedSide, explainPair } from '../engine/explain/explain-pair';
import { featurise, PIPELINE_VERSION } from '../engine/features';
import type { Model } from '../engine/model';
import { TAG_TREE } from '../engine-vocabulary';
import { ModelService } from '../models/model.service';
import { MatchRepository, type Pair } from '../review/match.repository';
import { canKnow, canSee } from '../review/match-rights';
import { noSuchPair, PairRecords } from '../review/pair-records';
import { ShortlistRepository } from '../shortlists/shortlist.repository';
import type { ExplanationView } from './explanation.schema';
import { explanationViewOf } from './explanation.view';

/** Says why two records fit, from the two alone: no index is needed. */
@Injectable()
export class ExplanationService {
  constructor(
    private readonly database: Database,
    private readonly pairs: PairRecords,
    private readonly shortlists: ShortlistRepository,
    private readonly matches: MatchRepository,
    private readonly models: ModelService,
    private readonly disclosure: RecordDisclosure,
  ) {}

  /**
   * The pair as its records are today, by the model that scored its shortlist or match; by the current one when none
   * did, or one that reads texts as an earlier release does. Call it outside a transaction, or within `Database.asOne`.
   * @throws 404 MATCH.NO_SUCH_PAIR unless the actor knows of both records, MATCH.NO_MODEL
   */
  async explain(actor: Actor, pair: Pair): Promise<ExplanationView> {
    const { demand, supply } = await this.pairs.require(pair);
    const scored = await this.scoredBy(actor, pair);
    const isKnown = canKnow(actor, demand.record) && canKnow(actor, supply.record);
    if (!isKnown && !scored.isListed) throw noSuchPair();
    const records = [demand.record, supply.record];
    const disclosures = await this.disclosure.of(actor, records);
    const model = await this.modelOf(scored.model);
    const card = ({ record }: SourceRecord) => cardOf(actor, record, disclosures.get(record.id));
    const explained = explainPair(sideOf(demand), sideOf(supply), model, TAG_TREE);
    return explanationViewOf({ demand: card(demand), supply: card(supply) }, explained);
  }

  /** The model behind the pair's score, and whether a shortlist or match tells the actor of the pair. */
  private scoredBy(actor: Actor, pair: Pair): Promise<{ model: number | null; isListed: boolean }> {
    return this.database.as(actor, async (tx) => {
      const list = await this.shortlists.find(pair.demandId, pair.pairKind, tx);
      if (list?.supplyIds.includes(pair.supplyId)) return { model: list.model, isListed: true };
      const match = await this.matches.findPair(pair, tx);
      const isSeen = match !== null && canSee(actor, match);
      return { model: isSeen ? match.model : null, isListed: isSeen };
    });
  }

  private async modelOf(version: number | null): Promise<Model> {
    const model = version === null ? undefined : await this.models.get(version);
    return model?.values.pipelineVersion === PIPELINE_VERSION ? model : this.models.getCurrent();
  }
}

/** Read anew, for stored features go when a record is closed and may be older than its text. */
function sideOf(source: SourceRecord): ExplainedSide {
  const record = source.read();
  return { record, features: featurise(record, TAG_TREE) };
}
