import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../common/page';
import { type RecordFilter, RecordRepository } from '../records/record.repository';
import { NeedEntity, NeedVersionEntity } from './need.entity';
import type { NeedQuery } from './need.schema';

@Injectable()
export class NeedRepository extends RecordRepository<NeedEntity> {
  constructor() {
    super('need', NeedEntity, NeedVersionEntity);
  }

  page(
    filter: RecordFilter,
    { kind, tier }: Pick<NeedQuery, 'kind' | 'tier'>,
    tx: EntityManager,
  ): Promise<Page<NeedEntity>> {
    return this.pageOf(
      filter,
      (query) => {
        if (kind) query.andWhere('r.kind = :kind', { kind });
        if (tier) query.andWhere(`r.details ->> 'tier' = :tier`, { tier });
      },
      tx,
    );
  }
}
