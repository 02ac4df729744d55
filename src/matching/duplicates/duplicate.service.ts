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
import { featurise } from '../engine/features';
import type { Model } from '../engine/model';
import { likeness } from '../engine/score/likeness';
import { type WeighedRecord, weighRecord } from '../engine/score/weigh-record';
import { TAG_TREE } from '../engine-vocabulary';
import { ModelService } from '../models/model.service';
import type { DuplicateRequest, DuplicateView } from './duplicate.schema';

/** The latest records that a draft is held against; who enters the same twice mostly does so soon. */
const LATEST = 500;
/** So much of a text decides; the same need pasted twice differs in its tail at most. */
const READ = 2_000;
/** From here on two texts are shown as nearly the same. */
const NEAR = 0.6;
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
    private readonly models: ModelService,
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
    const model = await this.models.getCurrent();
    const drafted = weigh(draft, model);
    const items = others
      .filter(({ id }) => disclosures.get(id) !== 'summary')
      .map((record) => ({ record, likeness: likeness(drafted, weigh(record, model)) }))
      .filter((item) => item.likeness >= NEAR)
      .sort((a, b) => b.likeness - a.likeness)
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

const weigh = ({ title, text }: { title: string; text: string }, model: Model): WeighedRecord => {
  const words = { title, text: text.slice(0, READ) };
  const record = { id: '', kind: 'project', ...words, tags: [], facts: {}, requirements: [] } as const;
  return weighRecord(featurise(record, TAG_TREE), model);
};
