import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Conflict, NotFound } from '../common/errors';
import { newId } from '../common/ids';
import { AuditService } from '../identity/audit/audit.service';
import type { CreatePark, EditPark } from './organisation.schema';
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
  constructor(
    private readonly parks: ParkRepository,
    private readonly audit: AuditService,
  ) {}

  list(tx: EntityManager): Promise<ParkEntity[]> {
    return this.parks.list(tx);
  }

  /** @throws 404 PARK.NOT_FOUND */
  async requireByCode(code: string, tx: EntityManager): Promise<ParkEntity> {
    const park = await this.parks.findByCode(code, tx);
    if (!park) throw new NotFound('PARK.NOT_FOUND', 'There is no such park', { params: { park: code } });
    return park;
  }

  /** Adds a park after the others. @throws 409 PARK.CODE_TAKEN */
  async add(actor: Actor, input: CreatePark, tx: EntityManager): Promise<ParkEntity> {
    const known = await this.parks.list(tx);
    if (known.some(({ code }) => code === input.code))
      throw new Conflict('PARK.CODE_TAKEN', 'There is a park of this code', { params: { park: input.code } });
    const ordinal = Math.max(0, ...known.map((park) => park.ordinal)) + 1;
    await this.parks.upsert([{ ...input, id: newId(), ordinal, sampleSet: null }], tx);
    return this.recorded(actor, 'park.added', input.code, tx);
  }

  /** What it is called and where it lies; its code stays. @throws 404 PARK.NOT_FOUND */
  async edit(actor: Actor, code: string, changes: EditPark, tx: EntityManager): Promise<ParkEntity> {
    const { createdAt: _, ...park } = await this.requireByCode(code, tx);
    const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    await this.parks.upsert([{ ...park, ...stated }], tx);
    return this.recorded(actor, 'park.edited', code, tx);
  }

  private async recorded(actor: Actor, action: string, code: string, tx: EntityManager): Promise<ParkEntity> {
    const park = await this.requireByCode(code, tx);
    await this.audit.record(actor, action, { subjectKind: 'park', subjectId: park.id }, tx);
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
