import { pack, unpack } from './binary';
import { type LatentFactors, Model, type ModelValues } from './model';

const MAGIC = 0x314d5a43;

interface Head extends Pick<ModelValues, 'version' | 'pipelineVersion' | 'weights' | 'calibration'> {
  readonly records: number;
  /** 0 when the model has no latent factors. */
  readonly dimensions: number;
}

/** A model as bytes, to be stored. */
export function encodeModel({ values }: Model): Uint8Array {
  const { version, pipelineVersion, weights, calibration, statistics, factors } = values;
  const dimensions = factors?.dimensions ?? 0;
  const head: Head = {
    version,
    pipelineVersion,
    weights,
    calibration,
    records: statistics.records,
    dimensions,
  };
  const sections = [statistics.terms, statistics.frequencies];
  return pack(MAGIC, head, factors ? [...sections, factors.terms, factors.vectors] : sections);
}

/** Reads what `encodeModel` wrote. Throws a CorruptValueError for anything else. */
export function decodeModel(bytes: Uint8Array): Model {
  const { head, nextWords, nextFloats } = unpack(MAGIC, bytes);
  const { records, dimensions, ...rest } = head as Head;
  const statistics = { records, terms: nextWords(), frequencies: nextWords() };
  const factors: LatentFactors | undefined =
    dimensions > 0 ? { dimensions, terms: nextWords(), vectors: nextFloats() } : undefined;
  return new Model({ ...rest, statistics, factors });
}
