export interface LastReview {
  pairKind: string;
  demandId: string;
  title: string;
  /** The candidate that was open. */
  at?: string;
}

const keyOf = (userId: string): string => `last review ${userId}`;

export const keepLastReview = (userId: string, review: LastReview): void =>
  localStorage.setItem(keyOf(userId), JSON.stringify(review));

export function findLastReview(userId: string): LastReview | undefined {
  const kept = localStorage.getItem(keyOf(userId));
  try {
    return kept === null ? undefined : (JSON.parse(kept) as LastReview);
  } catch {
    return undefined;
  }
}
