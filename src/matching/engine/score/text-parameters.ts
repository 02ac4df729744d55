/**
 * How the text part weighs terms. With w(t) = √idf(t) · tf / (tf + saturation) and self = Σ w²,
 *
 *     text(a, b) = Σ w_a(t)·w_b(t) / (fullSimilarity · typicalSelf · (self_a/typicalSelf · self_b/typicalSelf)^lengthExponent)
 *
 * capped at 1. Exponent ½ is the cosine; below it, long records that share much are worth more than short ones
 * that share little. docs/scoring.md holds the figures behind each value.
 */
export const TEXT_PARAMETERS = {
  /** Term frequency at which half of a term's weight is reached, on both sides. Range 0.3…4. */
  saturation: 1.2,
  /** Length normalisation: 0 none, 0.5 cosine. Range 0…0.5. */
  lengthExponent: 0.35,
  /** Self-similarity of a record of middling length; only sets the scale. */
  typicalSelf: 100,
  /** The similarity that counts as full. Range 0.1…1. */
  fullSimilarity: 0.5,
} as const;
