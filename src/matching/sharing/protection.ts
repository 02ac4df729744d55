import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, type Clock, dayOf } from '../../common/clock';
import { InjectClock } from '../../platform/clock/clock.module';
import type { MatchingRecord } from '../../records/matching-record';
import { ShareRepository } from './share.repository';

/** Days in which the park that recommended a supply to an organisation first is the only one that may. */
export const PROTECTION_DAYS = 90;

export interface Protected {
  parkId: string | null;
  /** The last day, 'YYYY-MM-DD'. */
  until: string;
}

/** First-recommendation protection. */
@Injectable()
export class Protection {
  constructor(
    private readonly shares: ShareRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Of `supplyIds`, those another park than the demand's has recommended to the demand's organisation. */
  async of(
    demand: Pick<MatchingRecord, 'organisationId' | 'parkId'>,
    supplyIds: readonly string[],
    tx: EntityManager,
  ): Promise<Map<string, Protected>> {
    if (demand.organisationId === null) return new Map();
    const today = dayOf(this.clock.now());
    const first = await this.shares.firstSince(
      demand.organisationId,
      supplyIds,
      addDays(today, -PROTECTION_DAYS),
      tx,
    );
    const others = first.filter(({ parkId }) => parkId !== demand.parkId);
    return new Map(
      others.map(({ supplyId, parkId, sharedOn }) => [
        supplyId,
        { parkId, until: addDays(sharedOn, PROTECTION_DAYS) },
      ]),
    );
  }
}
