import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { meaning } from '../common/like';
import { normaliseIdentifier } from '../common/identifiers/normalise';
import type { Page } from '../common/page';
import { findPage, type Sort } from '../platform/database/keyset';
import { partsOf, rowsOf } from '../platform/database/rows';
import { OrganisationEntity } from './organisation.entity';
import type { OrganisationQuery } from './organisation.schema';

const BY_NAME: Sort<OrganisationEntity> = {
  name: 'name',
  direction: 'ASC',
  columns: ['o.name', 'o.id'],
  valuesOf: (row) => [row.name, row.id],
};

/** An organisation by one of the names it is known by. */
export type NamedOrganisation = Pick<OrganisationEntity, 'id' | 'name' | 'uscc'>;

@Injectable()
export class OrganisationRepository {
  async insert(row: OrganisationEntity, tx: EntityManager): Promise<void> {
    await tx.insert(OrganisationEntity, row);
  }

  /** Changes the row if it still is at `version`; false when it is not. */
  async update(
    id: string,
    version: number,
    changes: Partial<OrganisationEntity>,
    tx: EntityManager,
  ): Promise<boolean> {
    const next = { ...changes, version: version + 1 };
    const { affected } = await tx.update(OrganisationEntity, { id, version }, next);
    return affected === 1;
  }

  async find(id: string, tx: EntityManager): Promise<OrganisationEntity | null> {
    const [organisation] = await this.findAll([id], tx);
    return organisation ?? null;
  }

  findAll(ids: readonly string[], tx: EntityManager): Promise<OrganisationEntity[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : rowsOf(OrganisationEntity, 'WHERE id = ANY ($1)', [ids], tx);
  }

  /** Names by id. */
  async namesOf(ids: readonly string[], tx: EntityManager): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await partsOf(OrganisationEntity, ['id', 'name'], 'WHERE id = ANY ($1)', [ids], tx);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  findBySource(source: string, sourceRef: string, tx: EntityManager): Promise<OrganisationEntity | null> {
    return tx.findOneBy(OrganisationEntity, { source, sourceRef });
  }

  /** By credit code, or by the exact name where only one bears it. */
  async findNamed(name: string, tx: EntityManager): Promise<NamedOrganisation | undefined> {
    const found = await this.findNamedAll([name], [normaliseIdentifier(name)], tx);
    return new Set(found.map(({ id }) => id)).size === 1 ? found[0] : undefined;
  }

  /** All that bear one of these names or credit codes; the names of a merged entry lead to the one that stays. */
  findNamedAll(
    names: readonly string[],
    codes: readonly string[],
    tx: EntityManager,
  ): Promise<NamedOrganisation[]> {
    return tx
      .createQueryBuilder(OrganisationEntity, 'o')
      .select(['coalesce(o.mergedInto, o.id) AS id', 'o.name AS name', 'o.uscc AS uscc'])
      .where('o.name = ANY (:names) OR o.uscc = ANY (:codes)', { names, codes })
      .orderBy('o.id')
      .getRawMany<NamedOrganisation>();
  }

  page({ kind, city, q, ...page }: OrganisationQuery, tx: EntityManager): Promise<Page<OrganisationEntity>> {
    const query = tx.createQueryBuilder(OrganisationEntity, 'o').where('o.mergedInto IS NULL');
    if (kind) query.andWhere('o.kind = :kind', { kind });
    if (city) query.andWhere('o.city = :city', { city });
    if (q)
      query.andWhere('(o.name ILIKE ANY (:parts) OR o.uscc = :code)', {
        parts: meaning(q),
        code: normaliseIdentifier(q),
      });
    return findPage(query, BY_NAME, page);
  }
}
