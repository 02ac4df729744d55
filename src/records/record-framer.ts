import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { UserService } from '../identity/user/user.service';
import { OrganisationService } from '../organisations/organisation.service';
import { ParkService } from '../organisations/park.service';
import { InjectClock } from '../platform/clock/clock.module';
import { disclosureTo } from './disclosure';
import type { RecordEntity } from './record.entity';
import type { Frame } from './record-view';
import { screeningOf } from './screening-view';

/** Finds what the answers about a page of records name beside the records, in a query of each table. */
@Injectable()
export class RecordFramer {
  constructor(
    private readonly parks: ParkService,
    private readonly organisations: OrganisationService,
    private readonly users: UserService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  async frames(actor: Actor, records: readonly RecordEntity[], tx: EntityManager): Promise<Frame[]> {
    const parks = new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
    const ids = records.flatMap(({ organisationId }) => organisationId ?? []);
    const names = await this.organisations.namesOf(ids, tx);
    const handlerIds = records.flatMap(({ handlerUserId }) => handlerUserId ?? []);
    const handlers =
      handlerIds.length > 0 ? await this.users.staffNames(handlerIds, tx) : new Map<string, string>();
    const now = this.clock.now();
    return records.map((record) => {
      const { organisationId: id, parkId } = record;
      const name = id === null ? undefined : names.get(id);
      return {
        disclosure: disclosureTo(actor, record),
        park: parkId === null ? null : (parks.get(parkId) ?? null),
        screening: screeningOf(record, handlers, now),
        organisation: id === null || name === undefined ? null : { id, name },
      };
    });
  }
}
