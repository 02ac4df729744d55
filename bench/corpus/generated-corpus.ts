import { EMPTY_VECTOR, type SparseVector, toSparseVector } from '../../src/matching/engine/sparse-vector';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { mix } from '../../src/matching/engine/text/term-id';
import type { CorpusProfile, Octave } from './profile';

/** From this octave on a term is so rare that a record's are drawn, instead of each being decided on. */
const FIRST_DRAWN_OCTAVE = 10;
const TOPICS = 40;
/** Share of drawn terms that belong to the record's topic. */
const ON_TOPIC = 0.4;
const RECORD_SEED = 0x51ed270b;
const QUERY_SEED = 0x2545f491;

const LENGTH_CLASSES = 64;
/** Lengths are at most so many standard deviations from the mean. */
const LONGEST_DEVIATION = 3;

/** Records of about one length: its proportion to the mean, and the shares of head terms at that length. */
interface LengthClass {
  readonly factor: number;
  readonly shares: Float64Array;
}

type Random = () => number;

/** Records and queries as term frequencies, made from a profile; a record depends on its number and the size alone. */
export class GeneratedCorpus {
  /** By rank, the share of records that hold the term; of octaves whose terms are decided on one by one. */
  private readonly shares: Float64Array;
  private readonly lengths: readonly LengthClass[];

  constructor(
    private readonly profile: CorpusProfile,
    readonly size: number,
  ) {
    this.shares = headShares(profile.octaves);
    this.lengths = Array.from({ length: LENGTH_CLASSES }, (_, i) => {
      const deviations = (i / (LENGTH_CLASSES - 1) - 0.5) * 2 * LONGEST_DEVIATION;
      const factor = Math.exp(profile.lengthSpread * deviations - profile.lengthSpread ** 2 / 2);
      return { factor, shares: this.shares.map((share) => 1 - (1 - share) ** factor) };
    });
  }

  /** Term frequencies of record `number`, 0 … size − 1. */
  record(number: number): SparseVector {
    return this.vector(this.recordRanks(number), 'frequency', seededRandom(RECORD_SEED ^ number));
  }

  /** Term frequencies of a query about one of the records, by its number. */
  query(number: number): SparseVector {
    const random = seededRandom(mix(QUERY_SEED + number));
    const about = Math.floor(random() * this.size);
    const held = this.recordRanks(about);
    const ranks = new Set<number>();
    for (const [octave, { query, shared }] of this.profile.octaves.entries()) {
      const known = [...held].filter((rank) => this.octaveOf(rank) === octave);
      for (let left = poisson(query, random); left > 0; left--) {
        const pick =
          random() < shared && known.length > 0
            ? () => known[Math.floor(random() * known.length)]!
            : () => this.anyRank(octave, about % TOPICS, random);
        addNew(ranks, pick);
      }
    }
    return ranks.size === 0 ? EMPTY_VECTOR : this.vector(ranks, 'queryFrequency', random);
  }

  private recordRanks(number: number): Set<number> {
    const random = seededRandom(mix(RECORD_SEED + number));
    const { octaves } = this.profile;
    const deviations = Math.min(1, Math.max(-1, normal(random) / LONGEST_DEVIATION));
    const { factor, shares } = this.lengths[Math.round(((deviations + 1) / 2) * (LENGTH_CLASSES - 1))]!;
    const ranks = new Set<number>();
    for (let rank = 1; rank < shares.length; rank++) if (random() < shares[rank]!) ranks.add(rank);
    for (let octave = FIRST_DRAWN_OCTAVE; octave < octaves.length; octave++)
      for (let left = poisson(octaves[octave]!.record * factor, random); left > 0; left--)
        addNew(ranks, () => this.drawRank(octave, number % TOPICS, random));
    return ranks;
  }

  private anyRank(octave: number, topic: number, random: Random): number {
    if (octave >= FIRST_DRAWN_OCTAVE) return this.drawRank(octave, topic, random);
    for (;;) {
      const rank = 2 ** octave + Math.floor(random() * 2 ** octave);
      if (random() < this.shares[rank]! / this.shares[2 ** octave]!) return rank;
    }
  }

  private drawRank(octave: number, topic: number, random: Random): number {
    const last = octave === this.profile.octaves.length - 1;
    const width = 2 ** octave * (last ? Math.max(1, this.size / this.profile.records) : 1);
    const drawn = Math.floor(random() * width);
    const offset = random() < ON_TOPIC ? drawn - (drawn % TOPICS) + topic : drawn;
    return 2 ** octave + Math.min(offset, Math.floor(width) - 1);
  }

  private vector(
    ranks: ReadonlySet<number>,
    field: 'frequency' | 'queryFrequency',
    random: Random,
  ): SparseVector {
    const frequencies = new Map<number, number>();
    for (const rank of ranks) {
      const often = random() < 0.25 ? 1.6 : 0.8;
      frequencies.set(mix(rank) >>> 1, this.profile.octaves[this.octaveOf(rank)]![field] * often);
    }
    return toSparseVector(frequencies);
  }

  private octaveOf(rank: number): number {
    return Math.min(this.profile.octaves.length - 1, octaveOf(rank));
  }
}

function octaveOf(rank: number): number {
  return 31 - Math.clz32(rank);
}

/** Adds what `pick` gives, another try where it is in already; a few tries, for all may be in. */
function addNew(ranks: Set<number>, pick: () => number): void {
  const before = ranks.size;
  for (let tries = 0; tries < 8 && ranks.size === before; tries++) ranks.add(pick());
}

/** Shares that fall evenly, on log scales, between the means of the octaves. */
function headShares(octaves: readonly Octave[]): Float64Array {
  const shares = new Float64Array(2 ** FIRST_DRAWN_OCTAVE);
  const level = (octave: number): number => Math.log(octaves[octave]!.record / 2 ** octave);
  for (let rank = 1; rank < shares.length; rank++) {
    const octave = octaveOf(rank);
    const within = Math.log2(rank) - octave - 0.5;
    const slope =
      octave === 0 ? 0 : (level(Math.min(octave + 1, octaves.length - 1)) - level(octave - 1)) / 2;
    shares[rank] = Math.exp(level(octave) + slope * within);
  }
  for (let octave = 0; octave < FIRST_DRAWN_OCTAVE; octave++) {
    const own = shares.subarray(2 ** octave, 2 ** (octave + 1));
    const excess = own.reduce((sum, share) => sum + share, 0) / octaves[octave]!.record;
    own.forEach((share, i) => (own[i] = Math.min(0.995, share / excess)));
  }
  return shares;
}

/** Knuth's method. */
function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** Box and Muller's method. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
