import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../common/actor';
import { type Clock, dayOf } from '../common/clock';
import { InjectClock } from '../platform/clock/clock.module';
import { isWithin, tags } from '../taxonomy/tags';
import { Placement } from './placement';
import type { RecordFilter } from './record.repository';
import type { recordQuery } from './record.schema';

/** What the lists of all three kinds can be asked. */
export type RecordQuery = z.infer<z.ZodObject<typeof recordQuery>>;

/** The tag and all narrower ones: a filter for an industry finds the records of its groups. */
const narrowerThan = (tag: string): string[] =>
  tags.map(({ code }) => code).filter((code) => isWithin(code, tag));

/** Turns a list's query, in the words of the API, into the filter of its repository. */
@Injectable()
export class RecordList {
  constructor(
    private readonly placement: Placement,
    @InjectClock() private readonly clock: Clock,
  ) {}

  async filterOf(actor: Actor, query: RecordQuery, tx: EntityManager): Promise<RecordFilter> {
    const { park, organisation, tag, mine, status, screening, q, sort, cursor, limit } = query;
    return {
      status,
      screening: screening && { state: screening, today: dayOf(this.clock.now()) },
      parkId: await this.placement.parkId(park, tx),
      organisationId: organisation,
      ownerUserId: mine && actor.userId !== null ? actor.userId : undefined,
      tags: tag === undefined ? undefined : narrowerThan(tag),
      q,
      sort,
      cursor,
      limit,
    };
  }
}
