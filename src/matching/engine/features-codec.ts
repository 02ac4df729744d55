import { pack, unpack } from './binary';
import type { RecordFeatures } from './features';

const MAGIC = 0x31465a43;

interface Head extends Pick<RecordFeatures, 'pipelineVersion' | 'kind' | 'facts' | 'requirements'> {
  /** The model of the vector that is the last section; without it there is none. */
  readonly embeddedBy?: string;
}

/** Features as bytes, to be stored. */
export function encodeFeatures(features: RecordFeatures): Uint8Array {
  const { pipelineVersion, kind, facts, requirements, text, tags, embedding } = features;
  const head: Head = { pipelineVersion, kind, facts, requirements, embeddedBy: embedding?.model };
  const vector = embedding ? [embedding.vector] : [];
  return pack(MAGIC, head, [text.terms, text.weights, tags.terms, tags.weights, ...vector]);
}

/** Reads what `encodeFeatures` wrote. Throws a CorruptValueError for anything else. */
export function decodeFeatures(bytes: Uint8Array): RecordFeatures {
  const { head, nextWords, nextFloats } = unpack(MAGIC, bytes);
  const text = { terms: nextWords(), weights: nextFloats() };
  const tags = { terms: nextWords(), weights: nextFloats() };
  const { embeddedBy, ...rest } = head as Head;
  if (embeddedBy === undefined) return { ...rest, text, tags };
  // A copy: the vector is held for long, and would hold the whole of the stored bytes.
  return { ...rest, text, tags, embedding: { model: embeddedBy, vector: nextFloats().slice() } };
}
