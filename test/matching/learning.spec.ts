import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { combineParts } from '../../src/matching/engine/score/combine-parts';
import { findFit } from '../../src/matching/engine/score/fit-of-score';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { LearningService } from '../../src/matching/learning/learning.service';
import { MatchingModule } from '../../src/matching/matching.module';
import { FirstModel } from '../../src/matching/models/first-model';
import { ModelChoice } from '../../src/matching/models/model-choice.service';
import { ModelService } from '../../src/matching/models/model.service';
import { Database } from '../../src/platform/database/database';
import { createTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let learning: LearningService;

beforeAll(async () => {
  server = await createTestApp({ imports: [MatchingModule] });
  await server.app.get(FirstModel).ensure([]);
  learning = server.app.get(LearningService);
});
afterAll(() => server.close());

type Values = Record<'text' | 'meaning' | 'tags' | 'criteria', number | null>;

interface Recorded {
  demandId: string;
  supplyId: string;
  stage: 'shortlisted' | 'declined';
  parts: Values;
  teaches?: boolean;
  sampleSet?: string;
  above?: { supplyId: string; supplyVersion: number; parts: Values }[];
}

let codes = 0;

/** A match with its one decision, as review stores them. */
function record(one: Recorded): Promise<unknown> {
  const score = Object.values(one.parts).reduce<number>((sum, points) => sum + (points ?? 0), 0);
  const seen = {
    shown: null,
    demandVersion: 1,
    supplyVersion: 1,
    model: 0,
    score,
    parts: one.parts,
    above: one.above,
  };
  const match = newId();
  return server.app.get(Database).as(SYSTEM, async (tx) => {
    await tx.query(
      `INSERT INTO matches (id, code, pair_kind, demand_id, demand_version, supply_id, supply_version, score, parts, model, stage)
       VALUES ($1, $2, 'tech-project', $3, 1, $4, 1, $5, $6, 0, $7)`,
      [match, `测-${codes++}`, one.demandId, one.supplyId, score, one.parts, one.stage],
    );
    await tx.query(
      `INSERT INTO match_moves (id, match_id, from_stage, to_stage, teaches, seen, sample_set)
       VALUES ($1, $2, 'suggested', $3, $4, $5, $6)`,
      [newId(), match, one.stage, one.teaches ?? null, seen, one.sampleSet ?? null],
    );
  });
}

/** People who go by tags: the row with the better tags is chosen, the other declined. */
async function recordTagLovers(demands: number): Promise<void> {
  const { values } = await server.app.get(ModelService).getCurrent();
  const random = seededRandom(11);
  const points = (parts: Values): Values =>
    Object.fromEntries(
      combineParts(parts, values.weights['tech-project']).map((part) => [
        part.part,
        part.value === null ? null : part.points,
      ]),
    ) as Values;
  for (let at = 0; at < demands; at++) {
    const demandId = `00000000-0000-4000-8000-${`${at}`.padStart(12, '0')}`;
    const [low, high] = [random() / 2, 0.5 + random() / 2];
    const chosen = points({ text: random() / 2, meaning: null, tags: high, criteria: null });
    const declined = points({ text: 0.5 + random() / 2, meaning: null, tags: low, criteria: null });
    await record({ demandId, supplyId: newId(), stage: 'shortlisted', parts: chosen });
    await record({ demandId, supplyId: newId(), stage: 'declined', teaches: true, parts: declined });
  }
}

const tech = (lessons: readonly { pairKind: string; labelled: number }[]) =>
  lessons.find(({ pairKind }) => pairKind === 'tech-project');

it('learns nothing from nothing, from the sample, or from reasons that do not teach', async () => {
  const pair = { demandId: newId(), parts: { text: 50, meaning: null, tags: 5, criteria: null } };
  await record({ ...pair, supplyId: newId(), stage: 'shortlisted', sampleSet: 'sample' });
  await record({ ...pair, supplyId: newId(), stage: 'declined', teaches: false });
  const learnt = await learning.fit(SYSTEM);
  expect(learnt.candidate).toBeNull();
  expect(tech(learnt.lessons)).toMatchObject({ labelled: 0, verdict: null });
});

it('makes the same candidate of the same decisions, which the gate lets score and one act takes back', async () => {
  await recordTagLovers(155);
  const first = await learning.fit(SYSTEM);
  const again = await learning.fit(SYSTEM);
  expect(again.lessons).toEqual(first.lessons);
  expect(tech(first.lessons)).toMatchObject({ labelled: 310, verdict: { isBetter: true } });

  const models = server.app.get(ModelService);
  const [one, two] = [await models.get(first.candidate!), await models.get(again.candidate!)];
  expect({ ...two.values, version: 0 }).toEqual({ ...one.values, version: 0 });
  expect(one.weightsOf('tech-project').tags).toBeGreaterThan(0.4);
  expect(one.weightsOf('hiring-talent')).toEqual((await models.getCurrent()).weightsOf('hiring-talent'));
  const calibration = one.values.calibration['tech-project'];
  expect(findFit(90, calibration)).toBeGreaterThan(findFit(10, calibration)!);

  const compared = await learning.compare(SYSTEM, first.candidate!);
  expect(tech(compared)).toMatchObject({ verdict: { isBetter: true } });
  await server.app.get(ModelChoice).promote(SYSTEM, first.candidate!);
  expect((await models.getCurrent()).version).toBe(first.candidate);
  await server.app.get(ModelChoice).revert(SYSTEM);
  expect((await models.getCurrent()).weightsOf('tech-project').tags).toBe(0.2);
});

it('is for managers', async () => {
  await expect(learning.fit({ ...SYSTEM, role: 'officer' })).rejects.toMatchObject({ status: 403 });
});
