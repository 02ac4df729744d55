import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WORKER } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { Corpus } from '../../src/matching/corpus/corpus';
import { featurise, PIPELINE_VERSION } from '../../src/matching/engine/features';
import { encodeFeatures } from '../../src/matching/engine/features-codec';
import type { Matcher, Ranked } from '../../src/matching/engine/matcher';
import { isInShard, type Shard, WHOLE } from '../../src/matching/engine/shard';
import { TAG_TREE } from '../../src/matching/engine-vocabulary';
import {
  BEFORE_ALL,
  FeatureRepository,
  type StoredFeatures,
} from '../../src/matching/features/feature.repository';
import { FirstModel } from '../../src/matching/models/first-model';
import { ModelService } from '../../src/matching/models/model.service';
import { RankedRows } from '../../src/matching/ranking/ranked-rows';
import { ShortlistRepository } from '../../src/matching/shortlists/shortlist.repository';
import { readEnv } from '../../src/platform/config/env';
import { Database } from '../../src/platform/database/database';
import { WorkerModule } from '../../src/worker.module';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';

const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
let test: TestDatabase;
let worker: INestApplicationContext;
let database: Database;
let features: FeatureRepository;

beforeAll(async () => {
  test = await createTestDatabase();
  worker = await NestFactory.createApplicationContext(
    WorkerModule.with(readEnv({ ...test.settings, MASTER_KEY })),
    { logger: false },
  );
  database = worker.get(Database);
  features = worker.get(FeatureRepository);
  await worker.get(FirstModel).ensure([]);
}, 60_000);
afterAll(async () => {
  await worker.close();
  await test.drop();
});

const corpora: Corpus[] = [];
afterEach(async () => {
  await Promise.all(corpora.splice(0).map((corpus) => corpus.onModuleDestroy()));
  jest.restoreAllMocks();
});

function newCorpus(shard?: Shard): Corpus {
  const settings = shard && { MATCH_SHARDS: String(shard.of), MATCH_SHARD: String(shard.index) };
  const env = readEnv({ ...test.settings, MASTER_KEY, ...settings });
  const corpus = new Corpus(database, features, worker.get(ModelService), env);
  corpora.push(corpus);
  return corpus;
}

function row(text: string, over: Partial<StoredFeatures> = {}): StoredFeatures {
  const record = {
    id: '',
    kind: 'project' as const,
    title: text,
    text,
    tags: [],
    facts: {},
    requirements: [],
  };
  return {
    kind: 'project',
    recordId: newId(),
    recordVersion: 1,
    pipeline: PIPELINE_VERSION,
    features: Buffer.from(encodeFeatures(featurise(record, TAG_TREE))),
    embeddingModel: null,
    textHash: null,
    ...over,
  };
}

const put = (...rows: StoredFeatures[]) => database.as(WORKER, (tx) => features.put(rows, tx));
const anHourLater = () => {
  const later = Date.now() + 3_600_000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
};
const timeToFollow = async (matcher: Matcher): Promise<number> => {
  const added = row('碳化硅衬底切割');
  await put(added);
  const since = performance.now();
  await until(() => Promise.resolve(matcher.versionOf(added.recordId)), 5);
  return performance.now() - since;
};

it('follows changes within a second, though nobody asks', async () => {
  const corpus = newCorpus();
  corpus.keepUp((error) => expect(error).toBeUndefined());
  const matcher = await corpus.catchUp();
  const times = [await timeToFollow(matcher), await timeToFollow(matcher), await timeToFollow(matcher)];
  expect(Math.min(...times)).toBeLessThan(1_000);
});

it('finds what was begun before and committed after something that it has read', async () => {
  const corpus = newCorpus();
  const [early, late] = [row('煤层气提浓'), row('镁合金压铸')];
  await corpus.catchUp();
  let commit = (): void => undefined;
  let committed = Promise.resolve();
  await new Promise<void>((isWritten) => {
    committed = database.as(WORKER, async (tx) => {
      await features.put([early], tx);
      isWritten();
      await new Promise<void>((end) => (commit = end));
    });
  });
  await put(late);
  const matcher = await corpus.catchUp();
  expect([matcher.versionOf(early.recordId), matcher.versionOf(late.recordId)]).toEqual([undefined, 1]);
  commit();
  await committed;
  expect((await corpus.catchUp()).versionOf(early.recordId)).toBe(1);
});

it('reads everything anew when it holds something else than the table', async () => {
  const corpus = newCorpus();
  const lost = row('储能电池热管理');
  await put(lost);
  expect((await corpus.catchUp()).versionOf(lost.recordId)).toBe(1);
  await database.as(WORKER, (tx) =>
    tx.query('DELETE FROM match_features WHERE record_id = $1', [lost.recordId]),
  );
  expect((await corpus.catchUp()).versionOf(lost.recordId)).toBe(1);
  anHourLater();
  expect((await corpus.catchUp()).versionOf(lost.recordId)).toBeUndefined();
});

it('does not hold what was read as another release reads, nor miss it', async () => {
  const corpus = newCorpus();
  const old = row('焦化废水处理', { pipeline: PIPELINE_VERSION - 1 });
  await put(old);
  const matcher = await corpus.catchUp();
  expect(matcher.versionOf(old.recordId)).toBeUndefined();
  anHourLater();
  expect(await corpus.catchUp()).toBe(matcher);
});

it('holds its shard, page by page, counted as the table counts it', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => row(`工艺 ${at}`));
  await put(...rows);
  for (const index of [0, 1]) {
    const corpus = newCorpus({ index, of: 2 });
    const matcher = await corpus.catchUp();
    expect(rows.filter(({ recordId }) => matcher.versionOf(recordId) === 1)).toEqual(
      rows.filter(({ recordId }) => isInShard(recordId, { index, of: 2 })),
    );
    anHourLater();
    expect(await corpus.catchUp()).toBe(matcher);
    jest.restoreAllMocks();
  }
});

it('leaves no time limit running behind a page that was read', async () => {
  const limits = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  await database.as(WORKER, async (tx) => {
    const before = limits();
    await worker.get(FeatureRepository).page(BEFORE_ALL, 10, PIPELINE_VERSION, WHOLE, tx);
    expect(limits()).toBeLessThanOrEqual(before);
  });
});

it('stores lists of all lengths in one statement', async () => {
  const shortlists = worker.get(ShortlistRepository);
  const ranked = (length: number): Ranked[] =>
    Array.from({ length }, (_, at) => ({
      id: newId(),
      version: at + 1,
      score: 100 / (at + 3),
      points: [at, null, at / 4, 0],
    }));
  const lists = [3, 0, 1, 2].map((length) => ({ demandId: newId(), entries: ranked(length) }));
  const generation = await database.as(WORKER, (tx) => shortlists.nextGeneration(tx));
  const store = () =>
    database.as(WORKER, (tx) =>
      shortlists.replace(
        lists.map(({ demandId, entries }) => ({
          demandId,
          pairKind: 'tech-project',
          demandVersion: 2,
          demandParkId: null,
          demandOrganisationId: null,
          model: 0,
          entries: RankedRows.of(entries),
        })),
        generation,
        tx,
      ),
    );
  expect(await store()).toBe(lists.length);
  expect(await store()).toBe(0);
  for (const { demandId, entries } of lists)
    expect(await database.as(WORKER, (tx) => shortlists.find(demandId, 'tech-project', tx))).toMatchObject({
      demandVersion: 2,
      supplyIds: entries.map(({ id }) => id),
      supplyVersions: entries.map(({ version }) => version),
      scores: entries.map(({ score }) => score),
      parts: entries.flatMap(({ points }) => points.map((value) => value ?? NaN)),
    });
});
