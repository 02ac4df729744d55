import { TermSlots } from '../src/matching/engine/index/term-slots';
import type { SparseVector } from '../src/matching/engine/sparse-vector';

/**
 * What the index is measured against: an inverted list per term of Int32 record numbers and Float32 impacts computed
 * beforehand, a Float32 accumulator per record, and a heap for the top k. Plain, without waste.
 */
export class ReferenceIndex {
  private readonly slots: TermSlots;
  private readonly starts: Float64Array;
  private readonly numbers: Int32Array;
  private readonly impacts: Float32Array;
  private readonly sums: Float32Array;

  constructor(
    private readonly size: number,
    vectorOf: (number: number) => SparseVector,
  ) {
    this.slots = new TermSlots();
    const counts: number[] = [];
    for (let number = 0; number < size; number++)
      for (const term of vectorOf(number).terms) {
        const slot = this.slots.add(term);
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
    this.starts = new Float64Array(counts.length + 1);
    for (const [slot, count] of counts.entries()) this.starts[slot + 1] = this.starts[slot]! + count;
    this.numbers = new Int32Array(this.starts[counts.length]!);
    this.impacts = new Float32Array(this.numbers.length);
    const next = this.starts.slice();
    for (let number = 0; number < size; number++) {
      const { terms, weights } = vectorOf(number);
      for (let i = 0; i < terms.length; i++) {
        const at = next[this.slots.find(terms[i]!)]!++;
        this.numbers[at] = number;
        this.impacts[at] = weights[i]!;
      }
    }
    this.sums = new Float32Array(size);
  }

  /** Postings that a query touches. */
  postings({ terms }: SparseVector): number {
    return terms.reduce((sum, term) => sum + this.listOf(term)[0].length, 0);
  }

  /** The best `k` record numbers and their scores, in no order. */
  query({ terms, weights }: SparseVector, k: number): Int32Array {
    const { sums } = this;
    for (let t = 0; t < terms.length; t++) {
      const [numbers, impacts] = this.listOf(terms[t]!);
      const weight = weights[t]!;
      for (let i = 0; i < numbers.length; i++) sums[numbers[i]!]! += weight * impacts[i]!;
    }
    const best = topK(sums, this.size, k);
    sums.fill(0);
    return best;
  }

  /** The score of every record in float64, terms in ascending order. */
  scores({ terms, weights }: SparseVector): Float64Array {
    const scores = new Float64Array(this.size);
    for (let t = 0; t < terms.length; t++) {
      const [numbers, impacts] = this.listOf(terms[t]!);
      for (let i = 0; i < numbers.length; i++) scores[numbers[i]!]! += weights[t]! * impacts[i]!;
    }
    return scores;
  }

  private listOf(term: number): [Int32Array, Float32Array] {
    const slot = this.slots.find(term);
    if (slot < 0) return [this.numbers.subarray(0, 0), this.impacts.subarray(0, 0)];
    const [from, to] = [this.starts[slot]!, this.starts[slot + 1]!];
    return [this.numbers.subarray(from, to), this.impacts.subarray(from, to)];
  }
}

function topK(scores: Float32Array, size: number, k: number): Int32Array {
  const heapScores = new Float32Array(k);
  const heap = new Int32Array(k);
  let count = 0;
  for (let number = 0; number < size; number++) {
    const score = scores[number]!;
    if (score <= 0) continue;
    let at: number;
    if (count < k) {
      at = count++;
      for (let parent = (at - 1) >> 1; at > 0 && heapScores[parent]! > score; parent = (at - 1) >> 1) {
        heapScores[at] = heapScores[parent]!;
        heap[at] = heap[parent]!;
        at = parent;
      }
    } else if (score > heapScores[0]!) {
      at = 0;
      for (let child = 1; child < k; child = 2 * at + 1) {
        if (child + 1 < k && heapScores[child + 1]! < heapScores[child]!) child++;
        if (heapScores[child]! >= score) break;
        heapScores[at] = heapScores[child]!;
        heap[at] = heap[child]!;
        at = child;
      }
    } else continue;
    heapScores[at] = score;
    heap[at] = number;
  }
  return heap.subarray(0, count);
}
