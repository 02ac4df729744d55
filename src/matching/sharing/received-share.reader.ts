import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import type { MatchingRecord } from '../../records/matching-record';
import { cardOf } from '../cards/record-card';
import type { MatchEntity } from '../review/match.entity';
import { MatchRepository } from '../review/match.repository';
import { PairRecords } from '../review/pair-records';
import { isInTalks } from '../review/stage-table';
import { receivedShareOf, type ReceivedShareView } from './received-share.view';
import type { ShareEntity } from './share.entity';
import { SupplySecrets } from './supply-secrets';
import { SupplyTelling } from './supply-telling';

/** A share with what lies behind it, which the enterprise may not read itself. */
export interface Received {
  share: ShareEntity;
  match: MatchEntity;
  supply: MatchingRecord;
  demand: MatchingRecord | undefined;
}

/** Reads what an enterprise is told of the shares that it may see. */
@Injectable()
export class ReceivedShareReader {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly pairs: PairRecords,
    private readonly telling: SupplyTelling,
    private readonly secrets: SupplySecrets,
  ) {}

  /** What lies behind shares, without those whose supply may no longer be told of. */
  async read(shares: readonly ShareEntity[]): Promise<Received[]> {
    const ids = shares.map(({ matchId }) => matchId);
    const found = await this.database.as(WORKER, (tx) => this.matches.findAll(ids, tx));
    const matches = new Map(found.map((match) => [match.id, match]));
    const records = await this.pairs.of(found);
    const received = shares.flatMap((share) => {
      const match = matches.get(share.matchId);
      const supply = records.get(share.supplyId);
      return match && supply ? [{ share, match, supply, demand: records.get(share.demandId) }] : [];
    });
    const supplies = received.map(({ supply }) => supply);
    const gone = await this.database.as(WORKER, (tx) => this.telling.vanished(supplies, tx));
    return received.filter(({ supply }) => !gone.has(supply.id));
  }

  views(actor: Actor, received: readonly Received[]): Promise<ReceivedShareView[]> {
    return this.database.as(WORKER, async (tx) => {
      const views: ReceivedShareView[] = [];
      for (const one of received) views.push(await this.view(actor, one, tx));
      return views;
    });
  }

  /** The vocabulary fields as they were shared; words, which their owner may take back, as they may be read today. */
  private async view(actor: Actor, received: Received, tx: EntityManager): Promise<ReceivedShareView> {
    const { share, match, supply, demand } = received;
    const { headline: _headline, text: _text, owner: _owner, ...fields } = share.view;
    const { identity, contact } = share.released;
    return receivedShareOf(share, match, {
      demand: demand ? cardOf(actor, demand) : null,
      supply: { ...fields, ...(await this.telling.words(supply, tx)) },
      identity: identity && isInTalks(match) ? await this.secrets.identityOf(supply, contact, tx) : null,
    });
  }
}
