import { setTimeout as delay } from 'node:timers/promises';
import { AttachmentService } from '../../src/attachments/attachment.service';
import { SYSTEM } from '../../src/common/actor';
import { Everything } from '../access/world';
import { command, need, shortlisted } from '../matching/review-life';
import { bodyOf, move } from '../records/park-life';
import { type SigningDays, startSigningDays } from '../signings/signing-days';
import { API, type Description, type Operation, operationsOf } from '../support/openapi/description';
import { leastValue } from '../support/openapi/least-value';
import { atLeast, exactly, judge } from './support/judge';
import { type Planted, plantedProfile } from './support/planted-profiles';
import { size } from './support/size';

const PROFILES = size(2, 200);
/** Of these every operation is asked for; of the others what the enterprise was not forbidden then. */
const ASKED_ALL = 2;
const STREAM_MS = 100;
/** These end the session. */
const SPARED = /^(?:DELETE \/session|POST \/session)/;

/** A profile that was shared with the enterprise, and the ids of all that belongs to it. */
interface Shared extends Planted {
  match: { id: string; version: number };
  share: string;
  ids: Record<string, string>;
}

let days: SigningDays;
let description: Description;
const shared: Shared[] = [];

/** The profile is entered, handed its CV, published, and recommended for a need of the enterprise's. */
async function shareProfile(planted: Planted): Promise<Shared> {
  const { officer, enterprise, enterprises, server } = days;
  const draft = bodyOf<{ id: string; version: number; personId: string }>(
    await officer.post('/talents', planted.profile).expect(201),
  );
  const { file } = planted;
  const upload = {
    fileName: file.name,
    mediaType: 'text/plain',
    personal: true,
    content: Buffer.from(file.content),
  };
  const attachments = server.app.get(AttachmentService, { strict: false });
  const attachment = (
    await attachments.upload({ ...SYSTEM, userId: officer.userId, role: 'officer' }, upload)
  ).id;
  await move(officer, 'talents', draft, 'publish').expect(200);
  const wanted = bodyOf<{ id: string; version: number }>(
    await officer.post('/needs', need(enterprises[0])).expect(201),
  );
  await move(officer, 'needs', wanted, 'publish').expect(200);
  const pair = { pairKind: 'tech-expert' as const, demandId: wanted.id, supplyId: draft.id };
  const match = bodyOf<{ id: string; version: number }>(
    await command(officer, await shortlisted(officer, pair), 'share').expect(200),
  );
  const { items } = bodyOf<{ items: { id: string; demand: { id: string } }[] }>(
    await enterprise.get('/shares?limit=200').expect(200),
  );
  const share = items.find(({ demand }) => demand.id === wanted.id)?.id ?? '';
  const ids = {
    ...{ talents: draft.id, persons: draft.personId, matches: match.id, shares: share, needs: wanted.id },
    attachments: attachment,
  };
  return { ...planted, match, share, ids };
}

/** Of a stream, what it says at once. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  const reader = answer.body?.getReader();
  const first = await Promise.race([reader?.read(), delay(STREAM_MS)]);
  await reader?.cancel();
  return Buffer.from(first?.value ?? []).toString();
}

/** What the enterprise is answered when it asks for `operation` about the profile. */
async function answerTo(operation: Operation, one: Shared): Promise<string> {
  const { name, method, path, body, parameters } = operation;
  const thing = /([a-z-]+)\/\{(?:id|demandId)\}/.exec(path)?.[1] ?? '';
  const address = path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    if (parameter === 'supplyId') return one.ids.talents ?? '';
    if (parameter === 'pairKind') return 'tech-expert';
    return one.ids[parameter === 'demandId' ? 'needs' : thing] ?? one.share;
  });
  const words = String(one.profile.text);
  const query = parameters.some((parameter) => parameter.name === 'q')
    ? `?q=${encodeURIComponent(one.secrets[0] ?? '')}`
    : '';
  const sent =
    name === 'POST /near-duplicates'
      ? { kind: 'project', title: words, text: words }
      : body && leastValue(body, description);
  const { cookie, csrfToken } = days.enterprise;
  const answer = await fetch((await days.server.app.getUrl()) + API + address + query, {
    method,
    headers: {
      ...{ Cookie: cookie, 'X-CSRF-Token': csrfToken, Accept: 'application/json' },
      ...(method !== 'GET' && { 'If-Match': '"999"', 'Content-Type': 'application/json' }),
    },
    ...(sent !== undefined && { body: JSON.stringify(sent) }),
  });
  if (answer.status === 403 && one === shared[ASKED_ALL - 1]) forbidden.add(name);
  // What was searched for may be said again.
  return (await textOf(answer)).replaceAll(query.slice(3), '');
}

const tellingIn = (answers: readonly string[], { secrets }: Planted): number =>
  answers.filter((text) => secrets.some((secret) => text.includes(secret))).length;

/** Operations that answer everybody of this role with 403. */
const forbidden = new Set<string>();

async function crawl(one: Shared): Promise<string[]> {
  const asked = operationsOf(description).filter(({ name }) => !SPARED.test(name) && !forbidden.has(name));
  const answers: string[] = [];
  for (const operation of asked) answers.push(await answerTo(operation, one));
  return answers;
}

beforeAll(async () => {
  days = await startSigningDays(Everything);
  description = (await days.server.anonymous().get('/api/openapi.json').expect(200)).body as Description;
  for (let n = 0; n < PROFILES; n++) shared.push(await shareProfile(plantedProfile(n)));
}, 600_000);
afterAll(() => days.server.close());

it('tells an enterprise nothing that leads to a person before it is released', async () => {
  const count = { answers: 0, telling: 0, indiscreet: 0 };
  for (const one of shared) {
    const answers = await crawl(one);
    count.answers += answers.length;
    count.telling += tellingIn(answers, one);
    for (const summary of one.indiscretions) {
      const { status } = await days.officer.post(`/matches/${one.match.id}/share/release`, { summary });
      if (status !== 422) count.indiscreet += 1;
    }
  }
  judge(`${PROFILES} profiles with planted names, crawled by an enterprise`, {
    answers: atLeast(30 * PROFILES, count.answers),
    tellingAnswers: exactly(0, count.telling),
    summariesThatTell: exactly(0, count.indiscreet),
  });
  const [released] = shared as [Shared];
  await days.officer
    .post(`/talents/${released.ids.talents}/consents`, {
      purpose: 'sharing',
      textVersion: '1',
      basis: 'signed',
    })
    .expect(200);
  await days.officer.post(`/matches/${released.match.id}/share/release`, { identity: true }).expect(200);
  judge('control: the same, the identity of one released', {
    tellingAnswers: atLeast(1, tellingIn(await crawl(released), released)),
  });
}, 1_200_000);
