import type { Say } from '../i18n/use-messages';

const WAN = 10_000;
const YI = 100_000_000;

/** An amount of whole 元 as people write it: in 万元, from a hundred million on in 亿元. */
export function moneyWords(yuan: number, say: Say): string {
  return yuan >= YI ? say('money.yi', { amount: yuan / YI }) : say('money.wan', { amount: yuan / WAN });
}
