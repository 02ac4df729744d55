import type { EntityManager } from 'typeorm';
import { SYSTEM, WORKER } from '../../src/common/actor';
import { featurise, PIPELINE_VERSION, type RecordFeatures } from '../../src/matching/engine/features';
import { encodeFeatures } from '../../src/matching/engine/features-codec';
import { type SparseVector, toSparseVector } from '../../src/matching/engine/sparse-vector';
import { TAG_TREE } from '../../src/matching/engine-vocabulary';
import type { FeatureRepository, StoredFeatures } from '../../src/matching/features/feature.repository';
import type { Database } from '../../src/platform/database/database';
import { ABSTRACTS } from '../corpus/abstracts-profile';
import { GeneratedCorpus } from '../corpus/generated-corpus';
import { factsOf, requirementsOf } from '../corpus/generated-facts';

const BATCH = 1000;
const SYLLABLES = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo lu'.split(' ');

/**
 * Hiring needs and talents of the generated corpus in the product's tables, with their features, as an intake leaves them.
 * A few queries are kept as texts to be published: their terms are made words that the text pipeline reads, and the
 * talents hold the same.
 */
export class StoredCorpus {
  readonly texts: readonly string[];
  private readonly generated: GeneratedCorpus;
  /** What the text pipeline makes of the word for a term. */
  private readonly readAs = new Map<number, number>();

  constructor(
    private readonly needs: number,
    private readonly supplies: number,
    published: number,
  ) {
    this.generated = new GeneratedCorpus(ABSTRACTS, supplies);
    this.texts = Array.from({ length: published }, (_, at) => {
      const { terms } = this.generated.query(needs + at);
      for (const term of terms) this.readAs.set(term, stemOf(term));
      return Array.from(terms, wordFor).join(' ');
    });
  }

  /** Records are written under the API's login, features under the workers'. */
  async store(api: Database, workers: Database, repository: FeatureRepository): Promise<void> {
    for (const [count, make] of [
      [this.needs, (at: number) => this.need(at)],
      [this.supplies, (at: number) => this.talent(at)],
    ] as const)
      for (let from = 0; from < count; from += BATCH) {
        const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => make(from + i));
        await api.as(SYSTEM, (tx) => storeRecords(rows, tx));
        await workers.as(WORKER, (tx) => repository.put(rows, tx));
      }
  }

  private need(at: number): StoredFeatures {
    const { requirements, tags } = requirementsOf(at);
    return stored('need', at, {
      kind: 'hiring-need',
      text: this.renamed(this.generated.query(at)),
      tags,
      requirements,
    });
  }

  private talent(at: number): StoredFeatures {
    const { facts, tags } = factsOf(at);
    return stored('talent', at, {
      kind: 'talent',
      text: this.renamed(this.generated.record(at)),
      tags,
      facts,
    });
  }

  private renamed({ terms, weights }: SparseVector): SparseVector {
    return toSparseVector(
      new Map(Array.from(terms, (term, i) => [this.readAs.get(term) ?? term, weights[i]!])),
    );
  }
}

function stored(
  kind: 'need' | 'talent',
  at: number,
  features: Pick<RecordFeatures, 'kind' | 'text' | 'tags'> & Partial<RecordFeatures>,
): StoredFeatures {
  const whole = { pipelineVersion: PIPELINE_VERSION, facts: {}, requirements: [], ...features };
  return {
    kind,
    recordId: `01938a5b-0000-7000-8000-${kind === 'need' ? 'a' : 'b'}${String(at).padStart(11, '0')}`,
    recordVersion: 1,
    pipeline: PIPELINE_VERSION,
    features: Buffer.from(encodeFeatures(whole)),
    embeddingModel: null,
    textHash: null,
  };
}

async function storeRecords(rows: readonly StoredFeatures[], tx: EntityManager): Promise<void> {
  const isNeed = rows[0]?.kind === 'need';
  await tx.query(
    `INSERT INTO ${isNeed ? 'needs (kind' : 'talents (tier'}, id, code, status, visibility, confidentiality, title, text,
       details, published_at)
     SELECT $2, id, id::text, 'published', 'network', 'public', 'generated', '', $3::jsonb, now() FROM unnest($1::uuid[]) AS id`,
    [
      rows.map(({ recordId }) => recordId),
      isNeed ? 'hiring' : 'professional',
      JSON.stringify(
        isNeed
          ? { headcount: 1, tier: 'professional', fields: [], engagement: ['full-time'] }
          : { citiesAccepted: [], engagement: [] },
      ),
    ],
  );
}

/** A word of Latin letters for a term. */
function wordFor(term: number): string {
  let word = '';
  for (let rest = term; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]!;
  return word;
}

/** The heaviest term that the text pipeline finds in the word for a term. */
function stemOf(term: number): number {
  const { terms, weights } = featurise(
    { id: '', kind: 'talent', title: '', text: wordFor(term), tags: [], facts: {}, requirements: [] },
    TAG_TREE,
  ).text;
  return terms[weights.indexOf(Math.max(...weights))]!;
}
