import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { OrganisationService } from '../organisations/organisation.service';
import { ParkService } from '../organisations/park.service';
import { disclosureTo } from './disclosure';
import type { RecordEntity } from './record.entity';
import type { Frame } from './record-view';

/** Finds what the answers about a page of records name beside the records, in two queries. */
@Injectable()
export class RecordFramer {
  constructor(
    private readonly parks: ParkService,
    private readonly organisations: OrganisationService,
  ) {}

  async frames(actor: Actor, records: readonly RecordEntity[], tx: EntityManager): Promise<Frame[]> {
    const parks = new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
    const ids = records.flatMap(({ organisationId }) => organisationId ?? []);
    const names = await this.organisations.namesOf(ids, tx);
    return records.map((record) => {
      const { organisationId: id, parkId } = record;
      const name = id === null ? undefined : names.get(id);
      return {
        disclosure: disclosureTo(actor, record),
        park: parkId === null ? null : (parks.get(parkId) ?? null),
        organisation: id === null || name === undefined ? null : { id, name },
      };
    });
  }
}
