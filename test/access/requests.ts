import { BINDING } from '../signings/signing-days';
import { expert, project } from '../matching/review-life';
import { technologyNeed } from '../records/park-life';
import seed from '../../src/plan/seed/sx-2022.plan.json';
import { NOWHERE, type Relation, type World } from './world';

type Body = object | ((relation: Relation, world: World) => object);

const place = (relation: Relation, { days }: World) => {
  const own = relation === 'own';
  return { park: own ? 'NO.1' : 'NO.2', organisation: days.enterprises[own ? 0 : 1] };
};

/** Two needs: one that stands so to the caller, and another of the same park. */
const twoOf = (relation: Relation, { things }: World) => ({
  kind: 'need',
  from: things.needs?.[relation] ?? NOWHERE,
  into: things.duplicates?.[relation] ?? things.duplicates?.own ?? NOWHERE,
});

/**
 * A body for each operation that wants one, good enough to reach the question of access. None changes what the cells
 * after it are about: versions are those nobody has (If-Match "999"), ids those nothing has.
 */
export const BODIES: Record<string, Body> = {
  'POST /session': (_, { spare }) => ({ login: spare.login, password: 'a long enough password' }),
  'POST /session/password': { current: 'not the password', password: 'another long password' },
  'POST /users': { login: 'newcomer', name: '新人', role: 'commission', password: 'a long enough password' },
  'PATCH /users/{id}': { name: '改名' },
  'POST /api-keys': { name: 'key', scopes: ['needs:read'] },
  'POST /organisations': { name: '新单位', kind: 'enterprise' },
  'PATCH /organisations/{id}': { city: '太原' },
  'POST /needs': (relation, world) => technologyNeed(place(relation, world)),
  'PATCH /needs/{id}': { title: '改' },
  'POST /projects': (relation, world) => project({ park: place(relation, world).park }),
  'PATCH /projects/{id}': { title: '改' },
  'POST /talents': (relation, world) => expert({ park: place(relation, world).park }),
  'PATCH /talents/{id}': { post: '改' },
  'POST /talents/{id}/reveal-contact': { reason: '约谈' },
  'POST /talents/{id}/consents': { purpose: 'contact', textVersion: '1', basis: 'signed' },
  'POST /matches/decisions': (relation, { things }) => ({
    items: [
      {
        pairKind: 'tech-project',
        demandId: things.needs?.[relation] ?? NOWHERE,
        supplyId: things.projects?.[relation] ?? NOWHERE,
        version: 0,
        to: 'on-hold',
      },
    ],
  }),
  'POST /matches/notes': (relation, { things }) => ({
    pairKind: 'tech-project',
    demandId: things.needs?.[relation] ?? NOWHERE,
    supplyId: things.projects?.[relation] ?? NOWHERE,
    note: '备注',
  }),
  'POST /merges': (relation, world) => ({
    ...twoOf(relation, world),
    ...{ fromVersion: 999, intoVersion: 999, reason: '同一条' },
  }),
  'POST /merges/preview': twoOf,
  'POST /duplicates/dismissals': (relation, world) => {
    const { kind, from, into } = twoOf(relation, world);
    return { kind, first: from, second: into };
  },
  'POST /matches/{id}/move': { to: 'on-hold' },
  'POST /matches/{id}/contacts': { how: 'phone', result: 'interested' },
  'POST /shares/{id}/answer': { answer: 'interested' },
  'POST /signings': (relation, { things, days }) => ({
    kind: 'cooperation',
    title: '合作',
    park: relation === 'own' ? 'NO.1' : 'NO.2',
    partyB: days.enterprises[1],
    documents: [{ kind: 'framework-agreement', attachment: things.attachments?.own, datedOn: '2022-06-10' }],
  }),
  'POST /signings/roster': (relation, { things }) => ({
    title: '花名册',
    park: relation === 'own' ? 'NO.1' : 'NO.2',
    scan: { attachment: things.attachments?.own, datedOn: '2022-06-10', particulars: BINDING },
    lines: [{ name: '丙某某', idNumber: '110101199003070134', skillLevel: 'senior', employer: '某厂' }],
  }),
  'PATCH /signings/{id}': { title: '改' },
  'POST /signings/{id}/documents': { kind: 'charter', attachment: NOWHERE, datedOn: '2022-06-10' },
  'POST /signings/{id}/check': { decision: 'pass' },
  'POST /signings/{id}/return': { note: '缺' },
  'POST /signings/{id}/refuse': { reason: '缺' },
  'POST /signings/{id}/revoke': { reason: '缺' },
  'POST /signings/{id}/void': { reason: '缺' },
  'POST /signings/{id}/milestones': { level: 'registered', reachedOn: '2022-06-12', documentIds: [NOWHERE] },
  'POST /signings/{id}/milestones/{milestoneId}/withdraw': { reason: '误' },
  'POST /signings/{id}/quality': { word: 'high-quality', applies: true, reason: '评审', basis: '会议纪要' },
  'POST /plans': seed,
  'PUT /plans/{code}': seed,
  'POST /plans/{code}/activities': { number: 99, track: 'taixin', name: '新活动', month: 7 },
  'PATCH /plans/{code}/activities/{number}': { documentNumber: '〔2022〕1号' },
  'POST /plans/{code}/targets/{target}/rules': { effectiveFrom: '2022-01-01', reason: '改', changes: {} },
  'PUT /plans/{code}/targets/{target}/allocations': { allocations: [] },
  'POST /plans/{code}/submissions': { period: '七月', cutOff: '2022-06-15T00:00:00Z' },
  'POST /activity-sessions': (_, { things, days }) => ({
    activity: things.activities?.known ?? days.parks['NO.1'],
    title: '对接会',
    heldOn: '2022-07-21',
  }),
  'PATCH /activity-sessions/{id}': { title: '改' },
  'POST /activity-sessions/{id}/sign-ins': { guest: NOWHERE },
  'POST /match-alerts': (_, { things }) => ({ pairKind: 'tech-project', demand: things.needs?.own }),
  'POST /saved-views': { list: 'needs', name: '待审', filter: { status: 'submitted' } },
  'PATCH /saved-views/{id}': { name: '改' },
  'POST /tag-suggestions': { text: '光伏发电逆变器' },
};

/** Queries without which an operation is refused before the question of access. */
export const QUERIES: Record<string, string> = {
  'GET /saved-views': '?list=needs',
  'GET /conflicts/known': `?project=${NOWHERE}`,
};
