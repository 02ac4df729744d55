import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Actor } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { MatchingModule } from '../../src/matching/matching.module';
import { MatchingService } from '../../src/matching/matching.service';
import { FirstModel } from '../../src/matching/models/first-model';
import type { DecisionView, MatchView } from '../../src/matching/review/match.view';
import type { ReceivedShareView } from '../../src/matching/sharing/received-share.view';
import type { ShortlistView } from '../../src/matching/shortlists/shortlist.schema';
import { readEnv } from '../../src/platform/config/env';
import { CLOCK } from '../../src/platform/clock/clock.module';
import type { PairKind } from '../../src/taxonomy/match.vocabulary';
import { WorkerModule } from '../../src/worker.module';
import { bodyOf, move, type ParkLife, startParkLife, technologyNeed } from '../records/park-life';
import type { Client } from '../support/test-app';

interface Row {
  id: string;
  code: string;
  version: number;
}

/** Two parks whose records are matched by a worker of the test's own. */
export interface ReviewLife extends ParkLife {
  /** Creates a record and publishes it. */
  publish(client: Client, path: 'needs' | 'projects' | 'talents', input: object): Promise<Row>;
  readonly worker: INestApplicationContext;
  /** Brings the shortlists of a demand up to date. */
  matchNeed(id: string): Promise<void>;
  shortlist(pairKind: PairKind, demandId: string): Promise<ShortlistView>;
  /** What an officer or lead of a park is to PostgreSQL. */
  officerOf(parkId: string): Actor;
  close(): Promise<void>;
}

/** `settings` are the worker's, beside those of its database. */
export async function startReviewLife(settings: Record<string, string> = {}): Promise<ReviewLife> {
  const life = await startParkLife([MatchingModule]);
  const { clock, database } = life.server;
  const env = readEnv({ ...database.settings, ...settings, MASTER_KEY: randomBytes(32).toString('base64') });
  const worker: INestApplicationContext = await Test.createTestingModule({
    imports: [WorkerModule.with(env)],
  })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile();
  await worker.get(FirstModel, { strict: false }).ensure([]);
  const matching = worker.get(MatchingService, { strict: false });
  const done = () => Promise.resolve();
  return {
    ...life,
    worker,
    publish: async (client, path, input) => {
      const draft = (await client.post(`/${path}`, input).expect(201)).body as Row;
      const published = (await move(client, path, draft, 'publish').expect(200)).body as Row;
      const kind = path.slice(0, -1) as 'need' | 'project' | 'talent';
      await matching.matchRecord(kind, published.id, done);
      return published;
    },
    matchNeed: (id) => matching.matchRecord('need', id, done),
    shortlist: async (pairKind, demandId) =>
      (await life.manager.get(`/shortlists/${pairKind}/${demandId}`).expect(200)).body as ShortlistView,
    officerOf: (parkId) => ({
      userId: newId(),
      role: 'officer',
      parkIds: [parkId],
      organisationId: null,
      personId: null,
      activityIds: [],
    }),
    close: async () => {
      await worker.close();
      await life.server.close();
    },
  };
}

/** A need for what {@link project} and {@link expert} can do. */
export const need = (organisation: string, over: object = {}) => technologyNeed({ organisation, ...over });

export const project = (over: object = {}) => ({
  park: 'NO.1',
  title: '高水基介质液压支架密封件',
  text: '改性聚氨酯密封件，在高水基介质中寿命提高到十四个月，已在两座煤矿的液压支架上试用。',
  tags: ['2.1'],
  stage: 'pilot',
  modes: ['development', 'transfer'],
  investment: 600_000,
  ...over,
});

let experts = 0;

/** Each a person of their own: whoever has the same name and telephone is the same person. */
export const expert = (over: object = {}) => {
  const phone = `1381234${String(++experts).padStart(4, '0')}`;
  return { ...profileOf(phone), ...over };
};

const profileOf = (phone: string) => ({
  park: 'NO.1',
  name: '孙立新',
  tier: 'phd-expert',
  education: 'doctoral',
  degree: 'doctor',
  school: '晋阳理工大学',
  field: '高分子材料',
  employer: '北方密封研究所',
  post: '研究员',
  years: 17,
  city: '太原',
  engagement: ['flexible'],
  text: `长期研究聚氨酯密封件在高水基介质中的失效，为液压支架厂解决密封寿命问题。电话${phone}。`,
  tags: ['2.1'],
  contact: { phone, email: `sun.${phone}@example.com` },
});

export interface Step {
  pairKind?: PairKind;
  version?: number;
  to: string;
  reason?: string;
  side?: string;
  note?: string;
  shown?: object;
}

export const decide = async (
  client: Client,
  pair: { demandId: string; supplyId: string; pairKind?: PairKind },
  step: Step,
): Promise<DecisionView> => {
  const item = { pairKind: 'tech-project', version: 0, ...pair, ...step };
  const body = bodyOf<{ items: [DecisionView] }>(
    await client.post('/matches/decisions', { items: [item] }).expect(200),
  );
  return body.items[0];
};

/** The match of a pair, shortlisted by its first act. */
export async function shortlisted(
  client: Client,
  pair: { demandId: string; supplyId: string; pairKind?: PairKind },
): Promise<MatchView> {
  const { match, problem } = await decide(client, pair, { to: 'shortlisted' });
  if (!match) throw new Error(JSON.stringify(problem));
  return match;
}

/** A command on a match as somebody who has seen `version`. */
export const command = (
  client: Client,
  match: Pick<MatchView, 'id' | 'version'>,
  name: string,
  body: object = {},
) => client.post(`/matches/${match.id}/${name}`, body).set('If-Match', `"${match.version}"`);

export const moveTo = async (
  client: Client,
  match: Pick<MatchView, 'id' | 'version'>,
  to: string,
  over = {},
) => (await command(client, match, 'move', { to, ...over }).expect(200)).body as MatchView;

export const share = async (client: Client, match: Pick<MatchView, 'id' | 'version'>): Promise<MatchView> =>
  (await command(client, match, 'share').expect(200)).body as MatchView;

export const received = async (client: Client): Promise<ReceivedShareView[]> =>
  ((await client.get('/shares').expect(200)).body as { items: ReceivedShareView[] }).items;
