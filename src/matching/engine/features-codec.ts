import { pack, unpack } from './binary';
import type { RecordFeatures } from './features';

const MAGIC = 0x31465a43;

type Head = Pick<RecordFeatures, 'pipelineVersion' | 'kind' | 'facts' | 'requirements'>;

/** Features as bytes, to be stored. */
export function encodeFeatures(features: RecordFeatures): Uint8Array {
  const { pipelineVersion, kind, facts, requirements, text, tags } = features;
  const head: Head = { pipelineVersion, kind, facts, requirements };
  return pack(MAGIC, head, [text.terms, text.weights, tags.terms, tags.weights]);
}

/** Reads what `encodeFeatures` wrote. Throws a CorruptValueError for anything else. */
export function decodeFeatures(bytes: Uint8Array): RecordFeatures {
  const { head, nextWords, nextFloats } = unpack(MAGIC, bytes);
  const text = { terms: nextWords(), weights: nextFloats() };
  const tags = { terms: nextWords(), weights: nextFloats() };
  return { ...(head as Head), text, tags };
}
