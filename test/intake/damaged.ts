import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { archiveOf, type Part } from './archive-of';

const below = (random: () => number, bound: number): number => Math.floor(random() * bound);

/** Bytes changed, cut or repeated at random places, or a number made enormous. */
export function damaged(seed: Buffer, random: () => number): Buffer {
  const place = () => below(random, seed.length);
  const way = random();
  if (way < 0.1) return seed.subarray(0, place());
  if (way < 0.2) {
    const from = place();
    const again = seed.subarray(from, from + below(random, 2_000));
    return Buffer.concat([seed.subarray(0, from), again, seed.subarray(from)]);
  }
  if (way < 0.4) return withHugeNumber(seed, random);
  const bytes = Buffer.from(seed);
  for (let n = 1 + below(random, way < 0.7 ? 3 : 20); n > 0; n--) bytes[place()] = below(random, 256);
  return bytes;
}

/** One of its numbers, as ASCII writes them, is now the largest of its length or far longer. */
function withHugeNumber(bytes: Buffer, random: () => number): Buffer {
  const text = bytes.toString('latin1');
  const numbers = [...text.matchAll(/\d+/g)];
  const chosen = numbers[below(random, numbers.length)];
  if (!chosen) return bytes;
  const huge = '9'.repeat(random() < 0.5 ? chosen[0].length : 1 + below(random, 20));
  const end = chosen.index + chosen[0].length;
  return Buffer.from(text.slice(0, chosen.index) + huge + text.slice(end), 'latin1');
}

/** Damaged within: one part is, and the archive around it is whole again, so that a reader gets as far as the part. */
export function damagedWithin(parts: readonly Part[], random: () => number): Buffer {
  const hit = below(random, parts.length);
  return archiveOf(
    parts.map((part, at) => (at === hit ? { ...part, content: damaged(part.content, random) } : part)),
  );
}

/** The parts of an archive. */
export async function partsOf(bytes: Buffer): Promise<Part[]> {
  const archive = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const parts: Part[] = [];
  return new Promise((resolve, reject) => {
    archive.on('end', () => resolve(parts)).on('error', reject);
    archive.on('entry', (entry: Entry) => {
      archive.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject);
        stream.on('end', () => {
          parts.push({ name: entry.fileName, content: Buffer.concat(pieces) });
          archive.readEntry();
        });
      });
    });
    archive.readEntry();
  });
}
