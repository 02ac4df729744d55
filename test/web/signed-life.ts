import type { PlanView } from '../../src/plan/plan.schema';
import type { SigningView } from '../../src/signings/signing.view';
import type { Product } from './product';

/** What a contract must state to bind. */
const BINDING = ['seal', 'parties', 'content', 'term', 'amount'];
const REGIONS = ['outside-province', 'outside-city', 'outside-park', 'overseas'] as const;

interface Caller {
  get<T>(path: string): Promise<T>;
  send<T>(method: string, path: string, body: object, version?: number): Promise<T>;
  upload(name: string, personal?: boolean): Promise<string>;
}

/** Requests of one of the sample's people, as a program sends them. */
export async function callerOf(
  product: Pick<Product, 'address' | 'passwordOf'>,
  login: string,
): Promise<Caller> {
  const base = `${product.address}/api/v1`;
  const json = { 'content-type': 'application/json' };
  const opened = await fetch(`${base}/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ login, password: product.passwordOf(login) }),
  });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const own = { cookie, 'x-csrf-token': csrfToken };
  const answer = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await fetch(`${base}${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
  return {
    get: (path) => answer(path, { headers: own }),
    send: (method, path, body, version) =>
      answer(path, {
        method,
        headers: { ...own, ...json, ...(version !== undefined && { 'if-match': `"${version}"` }) },
        body: JSON.stringify(body),
      }),
    upload: async (name, personal = false) => {
      const form = new FormData();
      form.append('file', new Blob([`%PDF-1.4 ${name}`], { type: 'application/pdf' }), name);
      if (personal) form.append('personal', 'true');
      const { id } = await answer<{ id: string }>('/attachments', {
        method: 'POST',
        headers: own,
        body: form,
      });
      return id;
    },
  };
}

/**
 * A year's work on the sample's plan: activities held, projects signed, checked and confirmed, some of them registered,
 * shares given to parks, and one submission. For pictures, and for tests that look at a board with something on it.
 */
export async function signSome(product: Pick<Product, 'address' | 'passwordOf'>): Promise<void> {
  const officer = await callerOf(product, 'officer-no1');
  const lead = await callerOf(product, 'lead-no1');
  const manager = await callerOf(product, 'manager');
  const plan = await manager.get<PlanView>('/plans/sx-2022');
  const activity = (number: number) => {
    const found = plan.activities.find((one) => one.number === number);
    if (!found) throw new RangeError(`no activity ${number}`);
    return found;
  };
  for (const [number, heldOn] of HELD)
    await manager.send(
      'PATCH',
      `/plans/sx-2022/activities/${number}`,
      { state: 'held', heldOn, documentNumber: `智创城发〔2022〕${number}号` },
      activity(number).version,
    );
  await manager.send('PUT', '/plans/sx-2022/targets/T03/allocations', { allocations: SHARES });

  const step = (who: Caller, { id, version }: SigningView, name: string, body: object = {}) =>
    who.send<SigningView>('POST', `/signings/${id}/${name}`, body, version);
  const { items: projects } = await officer.get<{ items: { id: string; title: string }[] }>(
    '/projects?park=NO.1&limit=60',
  );
  for (const [at, { number, day, registered, state }] of SIGNED.entries()) {
    const project = projects[at];
    if (!project) break;
    const recorded = await officer.send<SigningView>('POST', '/signings', {
      kind: 'project',
      title: project.title,
      project: project.id,
      activity: activity(number).id,
      regionOfOrigin: REGIONS[at % REGIONS.length],
      amounts: { 'contract-value': 400_000 * (at + 2) },
      documents: [
        {
          kind: 'technology-contract',
          attachment: await officer.upload('技术开发合同.pdf'),
          number: `晋合〔2022〕${at + 1}`,
          datedOn: day,
          particulars: BINDING,
        },
      ],
    });
    if (state === 'recorded') continue;
    const checked = await step(lead, recorded, 'check', { decision: 'pass' });
    if (state === 'checked') continue;
    const reason = { attributionReason: '活动现场达成意向，随后签约' };
    const confirmed = await step(manager, checked, 'confirm', reason);
    if (!registered) continue;
    const licence = {
      kind: 'business-licence',
      attachment: await officer.upload('营业执照.pdf'),
      datedOn: registered,
    };
    const papers = await step(officer, confirmed, 'documents', licence);
    const documentIds = papers.documents.filter(({ kind }) => kind === licence.kind).map(({ id }) => id);
    await step(officer, papers, 'milestones', { level: 'registered', reachedOn: registered, documentIds });
  }
  await manager.send('POST', '/plans/sx-2022/submissions', {
    period: '2022年上半年',
    cutOff: new Date().toISOString(),
  });
}

const HELD: readonly (readonly [number: number, heldOn: string])[] = [
  [1, '2022-06-28'],
  [2, '2022-07-08'],
  [3, '2022-06-10'],
  [4, '2022-06-24'],
  [5, '2022-08-12'],
];
const SHARES = [
  { park: 'NO.1', goal: 12 },
  { park: 'NO.2', goal: 6 },
  { park: 'NO.3', goal: 6 },
];

interface Signed {
  number: number;
  day: string;
  registered?: string;
  state?: 'recorded' | 'checked';
}
const SIGNED: readonly Signed[] = [
  { number: 3, day: '2022-06-12', registered: '2022-07-20' },
  { number: 3, day: '2022-06-15' },
  { number: 3, day: '2022-06-15', registered: '2022-08-02' },
  { number: 3, day: '2022-07-04' },
  { number: 3, day: '2022-07-18', registered: '2022-09-10' },
  { number: 3, day: '2022-08-09' },
  { number: 3, day: '2022-08-30' },
  { number: 2, day: '2022-07-09', registered: '2022-08-20' },
  { number: 2, day: '2022-07-12' },
  { number: 4, day: '2022-06-25' },
  { number: 3, day: '2022-09-02', state: 'checked' },
  { number: 3, day: '2022-09-05', state: 'recorded' },
];
