/**
 * How the text part compares two records. With w(t) = √(idf(t)^idfExponent) · feature weight and self = Σ w²,
 *
 *     text(a, b) = Σ w_a(t)·w_b(t) / (typicalSelf · (self_a/typicalSelf · self_b/typicalSelf)^lengthExponent)
 *
 * capped at 1. Exponent ½ is the cosine; below it, long records that share much are worth more than short ones
 * that share little. docs/scoring.md holds the figures behind each value.
 */
export const TEXT_PARAMETERS = {
  /** How much rare terms outweigh common ones. Range 1…2. */
  idfExponent: 1.6,
  /** Terms in more than this share of the records say nothing and are not read. Range 0.1…1. */
  commonShare: 0.3,
  /** Below so many records no term counts as common yet. */
  commonFrom: 1000,
  /** Length normalisation: 0 none, 0.5 cosine. Range 0…0.5. */
  lengthExponent: 0.3,
  /** Self-similarity of a record of middling length; only sets the scale: most pairs that fit well reach 0.3…0.9. */
  typicalSelf: 100,
} as const;
