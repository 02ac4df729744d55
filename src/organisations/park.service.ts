import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../common/errors';
import { newId } from '../common/ids';
import type { ParkEntity } from './park.entity';
import { ParkRepository } from './park.repository';

export interface ParkInput {
  code: string;
  name: string;
  city?: string | null;
  sampleSet?: string;
}

@Injectable()
export class ParkService {
  constructor(private readonly parks: ParkRepository) {}

  list(tx: EntityManager): Promise<ParkEntity[]> {
    return this.parks.list(tx);
  }

  /** @throws 404 PARK.NOT_FOUND */
  async requireByCode(code: string, tx: EntityManager): Promise<ParkEntity> {
    const park = await this.parks.findByCode(code, tx);
    if (!park) throw new NotFound('PARK.NOT_FOUND', 'There is no such park', { params: { park: code } });
    return park;
  }

  /** Makes the parks of `list` exist, in its order; those that do keep their id. */
  async ensureParks(list: readonly ParkInput[], tx: EntityManager): Promise<void> {
    await this.parks.upsert(
      list.map(({ code, name, city, sampleSet }, at) => ({
        id: newId(),
        code,
        name,
        city: city ?? null,
        ordinal: at + 1,
        sampleSet: sampleSet ?? null,
      })),
      tx,
    );
  }
}
