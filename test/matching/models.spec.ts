import { SYSTEM, WORKER } from '../../src/common/actor';
import { MatchingModule } from '../../src/matching/matching.module';
import { decodeModel, encodeModel } from '../../src/matching/engine/model-codec';
import { Model } from '../../src/matching/engine/model';
import { FirstModel } from '../../src/matching/models/first-model';
import { ModelChoice } from '../../src/matching/models/model-choice.service';
import { ModelRepository } from '../../src/matching/models/model.repository';
import type { ModelDetail, ModelView } from '../../src/matching/models/model.schema';
import { RunService } from '../../src/matching/runs/run.service';
import { Database } from '../../src/platform/database/database';
import { type Client, createTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let manager: Client;
let choice: ModelChoice;
let models: ModelRepository;

beforeAll(async () => {
  server = await createTestApp({ imports: [MatchingModule] });
  await server.app.get(FirstModel).ensure([]);
  manager = await server.signIn({ role: 'manager' });
  choice = server.app.get(ModelChoice);
  models = server.app.get(ModelRepository, { strict: false });
});
afterAll(() => server.close());

const stored = async (version: number): Promise<Model> => {
  const row = await server.app.get(Database).as(WORKER, (tx) => models.find(version, tx));
  return decodeModel(row!.body);
};

/** A candidate like the first model, but for one weight. */
async function addCandidate(pipeline?: number): Promise<number> {
  const { values } = await stored(0);
  const weights = { ...values.weights, 'tech-project': { ...values.weights['tech-project'], text: 0.9 } };
  const body = (version: number) => Buffer.from(encodeModel(new Model({ ...values, weights, version })));
  return server.app
    .get(Database)
    .as(SYSTEM, (tx) =>
      models.add({ pipeline: pipeline ?? values.pipelineVersion, records: 1, note: 'tried', body }, tx),
    );
}

const list = async (): Promise<ModelView[]> =>
  ((await manager.get('/models').expect(200)).body as { items: ModelView[] }).items;
const states = async () => Object.fromEntries((await list()).map(({ version, state }) => [version, state]));

it('shows the models to managers and auditors', async () => {
  const auditor = await server.signIn({ role: 'auditor', expiresOn: '2099-12-31' });
  expect((await auditor.get('/models').expect(200)).body).toMatchObject({
    items: [{ version: 0, state: 'current', note: 'background' }],
  });
  const shown = (await manager.get('/models/0').expect(200)).body as ModelDetail;
  expect(shown).toMatchObject({ version: 0, dimensions: 0, labelled: { 'tech-project': 6001, 'hiring-talent': 0 } });
  expect(shown.suggestedTags).toBeGreaterThan(30);
  expect(shown.weights['tech-project'].text).toBeGreaterThan(0);
  await manager.get('/models/7').expect(404);
  const officer = await server.signIn({ role: 'officer', parkIds: [await server.makePark()] });
  await officer.get('/models').expect(403);
});

it('has nothing to go back to at first', async () => {
  await expect(choice.revert(SYSTEM)).rejects.toMatchObject({ code: 'MATCH.NO_EARLIER_MODEL' });
});

it('promotes a newer model, matches everything by it, and goes back by a new version', async () => {
  const candidate = await addCandidate();
  const promoted = await choice.promote(SYSTEM, candidate);
  expect(promoted.version).toBe(candidate);
  expect(await states()).toEqual({ 0: 'retired', [candidate]: 'current' });

  const reverted = await choice.revert(SYSTEM);
  expect(reverted.version).toBe(candidate + 1);
  expect((await list())[0]).toMatchObject({
    version: candidate + 1,
    state: 'current',
    note: 'again model 0',
  });
  const { version: _, ...again } = (await stored(candidate + 1)).values;
  const { version: __, ...first } = (await stored(0)).values;
  expect(again).toEqual(first);

  const runs = await server.app.get(RunService).list(SYSTEM);
  expect(runs.map(({ id }) => id).sort()).toEqual([promoted.run, reverted.run].sort());
  const { items } = (await manager.get('/audit').expect(200)).body as {
    items: { action: string; subjectId: string }[];
  };
  expect(items.slice(0, 2)).toMatchObject([
    { action: 'model.reverted', subjectId: `${candidate + 1}` },
    { action: 'model.promoted', subjectId: `${candidate}` },
  ]);
});

it('never puts an older model over a newer one, nor one that reads texts otherwise', async () => {
  const before = await states();
  await expect(choice.promote(SYSTEM, 0)).rejects.toMatchObject({ code: 'MATCH.MODEL_OLDER' });
  await expect(choice.promote(SYSTEM, 99)).rejects.toMatchObject({ code: 'MATCH.MODEL_UNKNOWN' });
  const outdated = await addCandidate(999);
  await expect(choice.promote(SYSTEM, outdated)).rejects.toMatchObject({ code: 'MATCH.MODEL_OUTDATED' });
  expect(await states()).toEqual({ ...before, [outdated]: 'candidate' });
});

it('is chosen by managers only', async () => {
  await expect(choice.revert({ ...SYSTEM, role: 'auditor' })).rejects.toMatchObject({ status: 403 });
});

it('reads and matches everything anew after a release that reads texts in another way', async () => {
  const database = server.app.get(Database);
  const runs = () => server.app.get(RunService).list(SYSTEM);
  const before = (await runs()).length;
  const [latest] = await list();
  await server.app.get(FirstModel).ensure([]);
  expect((await list())[0]).toEqual(latest);

  await database.as(SYSTEM, (tx) => tx.query(`UPDATE match_models SET pipeline = 0 WHERE state = 'current'`));
  await server.app.get(FirstModel).ensure([]);
  expect((await list())[0]).toMatchObject({
    version: latest!.version + 1,
    state: 'current',
    note: 'background',
  });
  expect(await runs()).toHaveLength(before + 1);
});
