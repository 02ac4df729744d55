import { join } from 'node:path';
import { ENV } from '../../src/platform/config/settings.module';
import type { Env } from '../../src/platform/config/env.schema';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import type { Client } from '../support/test-app';
import { Effects } from './support/effects';
import { freePort } from './support/free-port';
import { atLeast, exactly, judge } from './support/judge';
import { type Answer, PatientClient } from './support/patient-client';
import { API_FILE, Processes } from './support/processes';
import { size } from './support/size';

const ROUNDS = size(2, 200);
const AT_ONCE = 50;
const CONFIRMS = 10;
const TARGET = 'T03';
const API_WITHOUT_STAGES = join(__dirname, 'support/api-without-stages.ts');
const PASSWORD = 'a long enough password';

let days: PlanDays;
let effects: Effects;
const processes = new Processes(() => ({
  ...days.server.database.settings,
  MASTER_KEY: days.server.app.get<Env>(ENV).MASTER_KEY,
  LOG_LEVEL: 'silent',
}));
/** The same people, signed in at both web servers. */
const officers: PatientClient[] = [];
const leads: PatientClient[] = [];
const managers: PatientClient[] = [];
let officer: Client;

beforeAll(async () => {
  days = await startPlanDays();
  effects = await Effects.open(days.server.database.superuserUrl);
  const parkIds = [days.parks['NO.1'] ?? ''];
  await days.server.signIn({ role: 'manager', login: 'racing-manager' });
  await days.server.signIn({ role: 'park-lead', login: 'racing-lead', parkIds });
  officer = await days.server.signIn({ role: 'officer', login: 'racing-officer', parkIds });
  for (const _ of [1, 2]) {
    const PORT = String(await freePort());
    await processes.launch(API_FILE, { PORT });
    const at = (login: string) => new PatientClient(`http://127.0.0.1:${PORT}`, login, PASSWORD);
    officers.push(at('racing-officer'));
    leads.push(at('racing-lead'));
    managers.push(at('racing-manager'));
  }
  for (const client of [...officers, ...leads, ...managers]) await client.signIn();
}, 180_000);
afterAll(async () => {
  await processes.end();
  await effects.close();
  await days.server.close();
});

/** The same request so many times at once, by turns at the two web servers, each until it is answered. */
const together = (
  times: number,
  clients: readonly PatientClient[],
  send: (client: PatientClient, n: number) => Promise<Answer>,
) =>
  Promise.all(Array.from({ length: times }, (_, n) => send(clients[n % clients.length] as PatientClient, n)));
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status);
const signingsOf = (match: string) =>
  effects.count('SELECT count(*)::int AS n FROM signings WHERE match_id = ANY ($1)', [match]);

const counted = async (): Promise<number> => {
  const { body } = await (managers[0] as PatientClient).get('/plans/sx-2022/progress');
  return body.targets?.find(({ code }) => code === TARGET)?.counted ?? NaN;
};
const signingOf = async (match: string) => ({
  kind: 'project',
  title: '密封件联合开发',
  match,
  activity: days.activities.get(3),
  regionOfOrigin: 'outside-province',
  documents: [await days.paper({ attachment: await days.file(officer) })],
});

/** Each with a paper of its own: one paper cannot be handed in twice. */
const bodiesOf = (match: string, count: number): Promise<object[]> =>
  Promise.all(Array.from({ length: count }, () => signingOf(match)));

it('records one signing of a match and counts it once, whoever signs and confirms it at the same time', async () => {
  const wrong = { signings: 0, answers: 0, confirmations: 0, counts: 0 };
  for (let round = 1; round <= ROUNDS; round++) {
    const match = await days.match();
    // By turns: fifty requests of their own, and one that is sent again fifty times.
    const key = round % 2 ? undefined : { 'Idempotency-Key': `signing-of-${match}` };
    const bodies = await bodiesOf(match, key ? 1 : AT_ONCE);
    const answers = await together(AT_ONCE, officers, (client, n) =>
      client.insist('/signings', bodies[n % bodies.length] ?? {}, key),
    );
    const made = new Set(withStatus(answers, 201).map(({ body }) => body.id));
    const refused = answers.length - withStatus(answers, 201).length;
    const fits = key ? refused === 0 : refused === AT_ONCE - 1 && withStatus(answers, 409).length === refused;
    if (!fits) wrong.answers += 1;
    if (made.size !== 1 || (await signingsOf(match)) !== 1) wrong.signings += 1;

    const [id = ''] = made;
    const path = `/signings/${id}`;
    const atVersion = (answer: Answer) => ({ 'If-Match': `"${answer.body.version}"` });
    const [lead] = leads as [PatientClient];
    const recorded = await lead.get(path);
    const checked = await lead.insist(`${path}/check`, { decision: 'pass' }, atVersion(recorded));
    const confirmed = await together(CONFIRMS, managers, (client) =>
      client.insist(`${path}/confirm`, {}, atVersion(checked)),
    );
    if (withStatus(confirmed, 200).length !== 1 || withStatus(confirmed, 412).length !== CONFIRMS - 1)
      wrong.confirmations += 1;
    if ((await counted()) !== round) wrong.counts += 1;
  }
  judge(`${AT_ONCE} parallel signings of one match, 2 web servers`, {
    rounds: atLeast(ROUNDS, ROUNDS),
    roundsNotSignedOnce: exactly(0, wrong.signings),
    roundsAnsweredWrongly: exactly(0, wrong.answers),
    roundsNotConfirmedOnce: exactly(0, wrong.confirmations),
    roundsNotCountedOnce: exactly(0, wrong.counts),
  });
}, 1_200_000);

it('control: without the stages and the unique key a match is signed more than once', async () => {
  await effects.run('DROP INDEX signings_one_live');
  const PORT = String(await freePort());
  await processes.launch(API_WITHOUT_STAGES, { PORT });
  const client = new PatientClient(`http://127.0.0.1:${PORT}`, 'racing-officer', PASSWORD);
  await client.signIn();
  const match = await days.match();
  const bodies = await bodiesOf(match, AT_ONCE);
  await together(AT_ONCE, [client], (one, n) => one.insist('/signings', bodies[n] ?? {}));
  judge('control: parallel signings, neither stage nor unique key', {
    signings: atLeast(2, await signingsOf(match)),
  });
}, 120_000);
