import { groupBy } from '../../common/group-by';
import { type Document, NearTexts, termsOf } from '../../matching/duplicates/near-texts';
import type { DuplicateKind } from '../duplicate-kind';
import { ownCode } from '../merging/merge-rights';
import type { Reason } from './duplicate-pair.schema';
import type { Candidate } from './duplicate.repository';

/** Two that are likely one, and why. */
export interface Pair {
  first: Candidate;
  second: Candidate;
  reasons: Reason[];
  /** 1 for what says so outright; a text by how much of it is the same. */
  likeness: number;
}

/** What a name says beside who it is: forms of companies, and signs. */
const FORM = /股份|有限|责任|公司|集团|总厂|[\s·.,，、()（）【】\-—"“”]/g;
/** Names are compared without what every second name has. */
export const nameKey = (name: string): string => {
  const bare = name.normalize('NFKC').toLowerCase().replace(FORM, '');
  return bare.length >= 2 ? bare : name;
};

type KeyOf = (one: Candidate) => string | null;

/** Ways in which two are one outright; an empty key says nothing. */
const KEYS: Readonly<Record<DuplicateKind, Partial<Record<Reason, KeyOf>>>> = {
  organisation: { code: ({ uscc }) => uscc && ownCode(uscc), name: ({ title }) => nameKey(title) },
  need: { name: ({ owner, title }) => owner && `${owner}|${nameKey(title)}` },
  project: { name: ({ owner, title }) => owner && `${owner}|${nameKey(title)}` },
  talent: {
    person: ({ personId }) => personId,
    phone: ({ personName, phone }) => personName && phone && `${personName}|${phone}`,
  },
};

/** So many of one key are held against each other; where there are more, the key tells nothing. */
const MOST_OF_A_KEY = 20;

/** Texts that are read or compared before others get their turn. */
const AT_ONCE = 50;

/** Pairs of one sort that are likely one, the surest first; tells between turns how many it has compared. */
export async function pairUp(
  kind: DuplicateKind,
  candidates: readonly Candidate[],
  tell: (done: number) => Promise<void>,
): Promise<Pair[]> {
  let done = 0;
  const turn = async (): Promise<void> => {
    await new Promise(setImmediate);
    await tell(Math.floor(done));
  };
  const pairs = new Map<string, Pair>();
  const add = (a: Candidate, b: Candidate, reason: Reason, likeness: number): void => {
    const [first, second] = a.id < b.id ? [a, b] : [b, a];
    const key = `${first.id} ${second.id}`;
    const known = pairs.get(key) ?? { first, second, reasons: [], likeness: 0 };
    const reasons = known.reasons.includes(reason) ? known.reasons : [...known.reasons, reason];
    pairs.set(key, { ...known, reasons, likeness: Math.max(known.likeness, likeness) });
  };
  for (const sort of groupBy(candidates, (one) => one.sort).values()) {
    for (const [reason, keyOf] of Object.entries(KEYS[kind]) as [Reason, KeyOf][])
      for (const [key, same] of groupBy(sort, keyOf))
        if (key) for (const [a, b] of couples(same.slice(0, MOST_OF_A_KEY))) add(a, b, reason, 1);
    const told = sort.filter(({ isTold }) => isTold);
    const read: Document<Candidate>[] = [];
    // Reading a text takes about as long as comparing it.
    for (const [at, of] of told.entries()) {
      read.push({ of, title: of.title, text: of.text, vector: termsOf(of) });
      done += 0.5;
      if (at % AT_ONCE === 0) await turn();
    }
    const texts = new NearTexts(read);
    for (const [at, one] of told.entries()) {
      for (const { of, similarity } of texts.alike(at, at)) add(one, of, 'text', similarity);
      done += 0.5;
      if (at % AT_ONCE === 0) await turn();
    }
  }
  return [...pairs.values()].sort((a, b) => b.likeness - a.likeness || a.first.id.localeCompare(b.first.id));
}

const couples = (same: readonly Candidate[]): [Candidate, Candidate][] =>
  same.flatMap((one, at) => same.slice(at + 1).map((other): [Candidate, Candidate] => [one, other]));
