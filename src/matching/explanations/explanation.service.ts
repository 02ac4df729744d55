import { Injectable } from '@nestjs/common';
import { type Actor, WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { cardOf } from '../cards/record-card';
import { RecordDisclosure } from '../cards/record-disclosure';
import type { SourceRecord } from '../corpus/record-source';
import { type ExplainedSide, explainPair } from '../engine/explain/explain-pair';
import { featurise, PIPELINE_VERSION } from '../engine/features';
import type { Model } from '../engine/model';
import { Embeddings } from '../embeddings/embeddings.service';
import { TAG_TREE } from '../engine-vocabulary';
import { ModelService } from '../models/model.service';
import { MatchRepository, type Pair } from '../review/match.repository';
import { canKnow, canSee } from '../review/match-rights';
import { noSuchPair, PairRecords } from '../review/pair-records';
import { placeWith } from '../shortlists/place-in-list';
import type { ShortlistEntity } from '../shortlists/shortlist.entity';
import { ShortlistRepository } from '../shortlists/shortlist.repository';
import type { ExplanationView } from './explanation.schema';
import { explanationViewOf, type Places } from './explanation.view';

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
    private readonly embeddings: Embeddings,
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
    const [asking, answering] = await this.sidesOf([demand, supply], model);
    const explained = explainPair(asking!, answering!, model, TAG_TREE);
    const placed = placesIn(scored.list, pair.supplyId, model);
    return explanationViewOf({ demand: card(demand), supply: card(supply) }, explained, model, placed);
  }

  /** The model behind the pair's score, the demand's list, and whether list or match tells the actor of the pair. */
  private scoredBy(actor: Actor, pair: Pair): Promise<ScoredBy> {
    return this.database.as(actor, async (tx) => {
      const list = await this.shortlists.find(pair.demandId, pair.pairKind, tx);
      if (list?.supplyIds.includes(pair.supplyId)) return { list, model: list.model, isListed: true };
      const match = await this.matches.findPair(pair, tx);
      const isSeen = match !== null && canSee(actor, match);
      return { list, model: isSeen ? match.model : (list?.model ?? null), isListed: isSeen };
    });
  }

  /** Read anew, for stored features go when a record is closed and may be older than its text. */
  private async sidesOf(sources: readonly SourceRecord[], model: Model): Promise<ExplainedSide[]> {
    const read = sources.map((source) => {
      const record = source.read();
      return { record, features: featurise(record, TAG_TREE) };
    });
    const embedded = await this.database.as(WORKER, (tx) =>
      this.embeddings.attach(read, model.values.embeddings, tx),
    );
    return read.map(({ record }, i) => ({ record, features: embedded[i]!.features }));
  }

  private async modelOf(version: number | null): Promise<Model> {
    const model = version === null ? undefined : await this.models.get(version);
    return model?.values.pipelineVersion === PIPELINE_VERSION ? model : this.models.getCurrent();
  }
}

interface ScoredBy {
  list: ShortlistEntity | null;
  model: number | null;
  isListed: boolean;
}

/** Places in the demand's list, if the same model scored it: scores of two models are not compared. */
function placesIn(list: ShortlistEntity | null, supplyId: string, model: Model): Places {
  if (list?.model !== model.version) return { today: null, with: () => null };
  const at = list.supplyIds.indexOf(supplyId);
  return { today: at < 0 ? null : at + 1, with: (score) => placeWith(score, supplyId, list) };
}
