/**
 * Impacts (a term's weight in a record) are kept as 16-bit floats: 5 bits of exponent, 11 of fraction, no sign.
 * They cover 2⁻²³ … 511.8 with a relative rounding of at most 2⁻¹², and a code does not depend on the other records,
 * so that an updated index and a rebuilt one hold the same numbers. The layout is the middle of a binary32 (IEEE 754),
 * hence decoding is a shift and an addition.
 */
const LOWEST_BITS = 104 << 23;
const FRACTION_SHIFT = 12;
const HALF_STEP = 1 << (FRACTION_SHIFT - 1);

/** Weights from here on cannot be kept. */
const IMPACT_LIMIT = 512;
/** The code of a weight too small to keep. */
export const NO_IMPACT = -1;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** RangeError for a weight that is not at least 0 and below 512. */
export function requireImpact(weight: number): void {
  if (!(weight >= 0 && weight < IMPACT_LIMIT))
    throw new RangeError(`an impact must lie in 0 … ${IMPACT_LIMIT}, got ${weight}`);
}

/** The code of a weight that `requireImpact` lets pass; `NO_IMPACT` below 2⁻²⁴. */
export function encodeImpact(weight: number): number {
  float[0] = weight;
  const code = ((bits[0] ?? 0) - LOWEST_BITS + HALF_STEP) >> FRACTION_SHIFT;
  return code < 0 ? NO_IMPACT : Math.min(code, 0xffff);
}

/** The weight of each code. */
export const IMPACTS = decodeAll();

function decodeAll(): Float32Array {
  const words = new Int32Array(0x10000);
  for (let code = 0; code < words.length; code++) words[code] = (code << FRACTION_SHIFT) + LOWEST_BITS;
  return new Float32Array(words.buffer);
}

/** The weight as the index keeps it. Features rounded so at intake score alike inside and outside the index. */
export function roundImpact(weight: number): number {
  requireImpact(weight);
  const code = encodeImpact(weight);
  return code === NO_IMPACT ? 0 : IMPACTS[code]!;
}
