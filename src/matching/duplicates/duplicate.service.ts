import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { NeedRepository } from '../../needs/need.repository';
import { Database } from '../../platform/database/database';
import { ProjectRepository } from '../../projects/project.repository';
import { forMatching, type MatchingRecord } from '../../records/matching-record';
import type { RecordEntity } from '../../records/record.entity';
import { cardOf } from '../cards/record-card';
import { RecordDisclosure } from '../cards/record-disclosure';
import type { DuplicateRequest, DuplicateView } from './duplicate.schema';
import { NearTexts } from './near-texts';

/** The latest records that a draft is held against; who enters the same twice mostly does so soon. */
const LATEST = 500;
const MOST_SHOWN = 3;

interface Latest {
  findLatest(limit: number, tx: EntityManager): Promise<RecordEntity[]>;
}

/** Finds what a draft may be a duplicate of, among records that the writer may read. */
@Injectable()
export class DuplicateService {
  private readonly tables: Record<DuplicateRequest['kind'], Latest>;

  constructor(
    private readonly database: Database,
    private readonly disclosure: RecordDisclosure,
    need: NeedRepository,
    project: ProjectRepository,
  ) {
    this.tables = { need, project };
  }

  /** Nobody learns of a record by its likeness to what they typed unless they may read its text. */
  async find(actor: Actor, { kind, except, ...draft }: DuplicateRequest): Promise<DuplicateView> {
    const latest = await this.database.as(actor, (tx) => this.tables[kind].findLatest(LATEST, tx));
    const others = latest.filter(({ id }) => id !== except);
    const records = new Map(others.map((record) => [record.id, forMatching(kind, record)]));
    const disclosures = await this.disclosure.of(actor, [...records.values()]);
    const told = others.filter(({ id }) => disclosures.get(id) !== 'summary');
    const texts = new NearTexts<RecordEntity | undefined>([
      ...told.map((record) => ({ of: record, title: record.title, text: record.text })),
      { of: undefined, ...draft },
    ]);
    const items = texts
      .alike(told.length)
      .flatMap(({ of: record, similarity }) => (record ? [{ record, likeness: similarity }] : []))
      .slice(0, MOST_SHOWN);
    return {
      items: items.map((item) => ({
        record: cardOf(actor, records.get(item.record.id) as MatchingRecord, disclosures.get(item.record.id)),
        status: item.record.status,
        likeness: item.likeness,
      })),
    };
  }
}
