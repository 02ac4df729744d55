import type { MatchView } from '../../src/matching/review/match.view';
import type { ReceivedShareView } from '../../src/matching/sharing/received-share.view';
import type { PairKind } from '../../src/taxonomy/match.vocabulary';
import type { Client } from '../support/test-app';
import { expert, need, project, received, type ReviewLife, shortlisted } from './review-life';

/** What the profiles of {@link expert} hold that leads to the person. */
const SECRETS = [
  '孙立新',
  '晋阳理工大学',
  '北方密封研究所',
  '1381234',
  '@example.com',
  '研究员',
  '才-',
  '聚氨酯密封件在高水基',
];

/** Expects that nothing in `told` leads to the match or the person behind it. */
export function expectAnonymous(told: object, match: MatchView): void {
  const text = JSON.stringify(told);
  for (const secret of [...SECRETS, match.id, match.code, match.supply?.id ?? ''])
    expect(text).not.toContain(secret);
}

/** A shortlisted match of NO.1 between a need of the first enterprise and the supply. */
export async function matchWith(
  life: ReviewLife,
  pairKind: PairKind,
  supplyId: string,
  over: object = {},
): Promise<MatchView> {
  const words = { title: '密封件', text: '寻求密封件专家' };
  const demand = await life.publish(life.officer, 'needs', need(life.enterprises[0], { ...words, ...over }));
  return shortlisted(life.officer, { pairKind, demandId: demand.id, supplyId });
}

export async function expertMatch(life: ReviewLife): Promise<MatchView> {
  const supply = await life.publish(life.officer, 'talents', expert());
  return matchWith(life, 'tech-expert', supply.id);
}

/** With a project of the second enterprise. */
export async function projectMatch(life: ReviewLife, over: object = {}): Promise<MatchView> {
  const owned = project({ organisation: life.enterprises[1], ...over });
  const supply = await life.publish(life.officer, 'projects', owned);
  return matchWith(life, 'tech-project', supply.id);
}

/** What the first enterprise received of the match. */
export async function shareOf(life: ReviewLife, match: MatchView): Promise<ReceivedShareView> {
  const found = (await received(life.enterprise)).find(({ demand }) => demand?.id === match.demand?.id);
  if (!found) throw new Error('nothing was shared');
  return found;
}

/** The person behind the match's talent agrees. */
export const consent = (client: Client, match: MatchView) =>
  client
    .post(`/talents/${match.supply?.id}/consents`, { purpose: 'sharing', textVersion: '1', basis: 'signed' })
    .expect(200);

export const release = (client: Client, match: MatchView, body: object) =>
  client.post(`/matches/${match.id}/share/release`, body);
