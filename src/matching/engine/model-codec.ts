import { pack, unpack, type Unpacked } from './binary';
import { type LatentFactors, Model, type ModelValues, type TagProfiles } from './model';

const MAGIC = 0x314d5a43;

interface Head extends Pick<
  ModelValues,
  'version' | 'pipelineVersion' | 'weights' | 'calibration' | 'embeddings'
> {
  readonly records: number;
  /** 0 when the model has no latent factors. */
  readonly dimensions: number;
  /** The tags of the profiles, in the order of their sections. */
  readonly profiled?: readonly string[];
}

/** A model as bytes, to be stored. */
export function encodeModel({ values }: Model): Uint8Array {
  const { version, pipelineVersion, weights, calibration, statistics, factors, tagProfiles, embeddings } =
    values;
  const head: Head = {
    version,
    pipelineVersion,
    weights,
    calibration,
    embeddings,
    records: statistics.records,
    dimensions: factors?.dimensions ?? 0,
    ...(tagProfiles && { profiled: [...tagProfiles.keys()] }),
  };
  return pack(MAGIC, head, [
    statistics.terms,
    statistics.frequencies,
    ...(factors ? [factors.terms, factors.vectors] : []),
    ...[...(tagProfiles?.values() ?? [])].flatMap(({ terms, weights }) => [
      terms,
      Float32Array.from(weights),
    ]),
  ]);
}

/** Reads what `encodeModel` wrote. Throws a CorruptValueError for anything else. */
export function decodeModel(bytes: Uint8Array): Model {
  const unpacked = unpack(MAGIC, bytes);
  const { nextWords, nextFloats } = unpacked;
  const { records, dimensions, profiled, ...rest } = unpacked.head as Head;
  const statistics = { records, terms: nextWords(), frequencies: nextWords() };
  const factors: LatentFactors | undefined =
    dimensions > 0 ? { dimensions, terms: nextWords(), vectors: nextFloats() } : undefined;
  const tagProfiles = profiled && readProfiles(profiled, unpacked);
  return new Model({ ...rest, statistics, factors, tagProfiles });
}

const readProfiles = (codes: readonly string[], { nextWords, nextFloats }: Unpacked): TagProfiles =>
  new Map(codes.map((code) => [code, { terms: nextWords(), weights: Float64Array.from(nextFloats()) }]));
