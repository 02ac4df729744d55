import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALIKE, type Document, NearTexts } from '../../src/matching/duplicates/near-texts';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { paraphrase } from './paraphrase';

interface SampleRecord {
  ref: string;
  title: string;
  text: string;
}
const sample = (name: string): Document<string>[] =>
  readFileSync(join(__dirname, '../../sample', `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SampleRecord)
    .map(({ ref, title, text }) => ({ of: ref, title, text }));

describe('texts that say the same', () => {
  const known = [...sample('needs'), ...sample('projects')];
  const random = seededRandom(7);
  const planted = Array.from({ length: 200 }, (_, n): Document<string> => {
    const original = known[n % known.length] as Document<string>;
    return { of: `row ${n}`, ...paraphrase(original, random) };
  });

  it('are found, and others hardly ever taken for them', () => {
    const texts = new NearTexts([...known, ...planted]);
    const found = planted.filter((_, n) => {
      const [best] = texts.alike(known.length + n, known.length);
      return best?.of === known[n % known.length]?.of;
    });
    const alone = new NearTexts(known);
    const falseAlarms = known.filter((_, n) => alone.alike(n).length > 0);
    const recall = found.length / planted.length;
    const alarms = falseAlarms.length / known.length;
    console.info(
      `near duplicates at ${ALIKE}: recall ${recall.toFixed(3)} of 200, false alarms ${(100 * alarms).toFixed(1)} % of ${known.length}`,
    );
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(alarms).toBeLessThanOrEqual(0.02);
  });
});
