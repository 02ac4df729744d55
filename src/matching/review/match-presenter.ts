import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { currentRequest } from '../../platform/http/request-context';
import type { MatchingRecord } from '../../records/matching-record';
import { cardOf, type RecordCard } from '../cards/record-card';
import { RecordDisclosure } from '../cards/record-disclosure';
import { ShareRepository } from '../sharing/share.repository';
import { shareStateOf } from '../sharing/share-state';
import type { MatchEntity } from './match.entity';
import { type MatchView, matchViewOf } from './match.view';
import { PairRecords } from './pair-records';

/** Answers about matches: both records as far as the reader is told of them. */
@Injectable()
export class MatchPresenter {
  constructor(
    private readonly database: Database,
    private readonly pairs: PairRecords,
    private readonly disclosure: RecordDisclosure,
    private readonly shares: ShareRepository,
  ) {}

  async view(actor: Actor, match: MatchEntity): Promise<MatchView> {
    const [view] = await this.views(actor, [match]);
    return view as MatchView;
  }

  async views(actor: Actor, matches: readonly MatchEntity[]): Promise<MatchView[]> {
    if (matches.length === 0) return [];
    const records = await this.pairs.of(matches);
    const disclosures = await this.disclosure.of(actor, [...records.values()]);
    const ids = matches.map(({ id }) => id);
    const shares = await this.database.as(actor, (tx) => this.shares.liveOf(ids, tx));
    const locale = currentRequest()?.locale ?? 'zh-CN';
    const card = (record: MatchingRecord | undefined): RecordCard | null =>
      record ? cardOf(actor, record, disclosures.get(record.id)) : null;
    return matches.map((match) => {
      const share = shares.get(match.id);
      const frame = {
        demand: card(records.get(match.demandId)),
        supply: card(records.get(match.supplyId)),
        share: share ? shareStateOf(share) : null,
      };
      return matchViewOf(match, frame, actor, locale);
    });
  }
}
