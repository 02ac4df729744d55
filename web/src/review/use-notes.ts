import { useState } from 'react';

/** Notes that are being written, one a candidate; they wait in this browser for the decision that takes them along. */
export function useNotes(demandId: string) {
  const keyOf = (supplyId: string) => `note ${demandId} ${supplyId}`;
  const [, redraw] = useState(0);
  const of = (supplyId: string) => sessionStorage.getItem(keyOf(supplyId)) ?? '';
  const put = (supplyId: string, text: string) => {
    if (text === '') sessionStorage.removeItem(keyOf(supplyId));
    else sessionStorage.setItem(keyOf(supplyId), text);
    redraw((times) => times + 1);
  };
  const take = (supplyId: string): string | undefined => {
    const text = of(supplyId).trim();
    put(supplyId, '');
    return text === '' ? undefined : text;
  };
  return { of, put, take };
}
