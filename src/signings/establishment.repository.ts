import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { newId } from '../common/ids';
import { EstablishmentEntity, type EstablishmentKind } from './establishment.entity';

@Injectable()
export class EstablishmentRepository {
  /** The id of the alliance or base of this name, entered now if it is new. */
  async ensure(
    kind: EstablishmentKind,
    name: string,
    sampleSet: string | null,
    tx: EntityManager,
  ): Promise<string> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(EstablishmentEntity)
      .values({ id: newId(), kind, name, sampleSet })
      .orIgnore()
      .execute();
    const { id } = await tx.findOneByOrFail(EstablishmentEntity, { kind, name });
    return id;
  }

  async namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await tx.findBy(EstablishmentEntity, { id: In([...ids]) });
    return new Map(found.map(({ id, name }) => [id, name]));
  }
}
