import { z } from 'zod';
import { EmbeddingsError } from './embeddings-error';

const MOST_DIMENSIONS = 8192;

const answerSchema = z.object({
  data: z.array(
    z.object({
      index: z.int().min(0),
      embedding: z.union([z.array(z.number()), z.base64()]),
    }),
  ),
});

/** 32-bit floats, little-endian, as `encoding_format: base64` writes them. */
function decode(text: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  if (bytes.length % 4 !== 0) throw new EmbeddingsError('unreadable');
  return new Float32Array(bytes.buffer);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (vector.length > MOST_DIMENSIONS || !Number.isFinite(length) || length === 0)
    throw new EmbeddingsError('unreadable');
  return vector.map((value) => value / length);
}

/** The vectors of an answer to `count` texts, in their order, each of length 1. @throws EmbeddingsError */
export function readAnswer(answer: unknown, count: number): Float32Array[] {
  const read = answerSchema.safeParse(answer);
  if (!read.success) throw new EmbeddingsError('unreadable');
  const { data } = read.data;
  const places = new Set(data.map(({ index }) => index));
  if (data.length !== count || places.size !== count || data.some(({ index }) => index >= count))
    throw new EmbeddingsError('unreadable');
  return [...data]
    .sort((a, b) => a.index - b.index)
    .map(({ embedding }) =>
      unit(typeof embedding === 'string' ? decode(embedding) : Float32Array.from(embedding)),
    );
}
