import { ABSTRACTS } from '../corpus/abstracts-profile';
import { GeneratedCorpus } from '../corpus/generated-corpus';
import { cpuMs, median, repeat } from '../measure';

/** A search library with the corpus in it: ranks for a query of tokens. */
export interface Peer {
  add(id: number, tokens: readonly string[]): void;
  search(tokens: readonly string[]): unknown;
}

const ROUNDS = 3;

/** Fills a peer with the generated corpus and prints the processor time of a query: a child process of the benchmark. */
export function measurePeer(peer: Peer): void {
  const [docs = 10_000, queries = 20] = process.argv.slice(2).map(Number);
  const corpus = new GeneratedCorpus(ABSTRACTS, docs);
  const tokens = (terms: Uint32Array): string[] => Array.from(terms, (term) => `t${term.toString(36)}`);
  for (let number = 0; number < docs; number++) peer.add(number, tokens(corpus.record(number).terms));
  const asked = Array.from({ length: queries }, (_, i) => tokens(corpus.query(i).terms));
  peer.search(asked[0]!);
  const rounds = Array.from(
    { length: ROUNDS },
    () => cpuMs(repeat(queries, (i) => peer.search(asked[i]!))) / queries,
  );
  console.log(JSON.stringify({ cpuMs: median(rounds) }));
}
