import type { DocumentKind } from '../taxonomy/document.vocabulary';
import { AMOUNT_RULES, provesAmount } from '../taxonomy/document-rules';
import type { Amounts } from './signing.entity';

interface AmountPaper {
  kind: DocumentKind;
  certifiedAmount: number | null;
}

/**
 * The amounts, in whole 元, that the papers let count: as the parties wrote them where a paper proves that amount, or what
 * the papers certify (核定), added up, where the rule asks for it.
 */
export function countedAmounts(stated: Amounts, papers: readonly AmountPaper[]): Amounts {
  const present = papers.map(({ kind }) => kind);
  const counted: Amounts = {};
  for (const { amount, from, asCertified } of AMOUNT_RULES) {
    const written = stated[amount];
    if (written === undefined || !provesAmount(amount, present)) continue;
    const certified = papers.filter(({ kind }) => from.includes(kind));
    const value = asCertified ? sum(certified.map(({ certifiedAmount }) => certifiedAmount ?? 0)) : written;
    counted[amount] = value;
  }
  return counted;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
