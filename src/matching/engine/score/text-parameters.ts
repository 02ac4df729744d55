/**
 * How the text part compares two records. With w(t) = √(idf(t)^exponent) · feature weight and self = Σ w²,
 *
 *     text(a, b) = Σ w_a(t)·w_b(t) / (typicalSelf · (self_a/typicalSelf · self_b/typicalSelf)^lengthExponent)
 *
 * capped at 1. Exponent ½ is the cosine; below it, long records that share much are worth more than short ones
 * that share little. A need's exponent grows with its length: a long need says much that is not the thing it asks for,
 * and its rare terms must stand out. That only moves weight between its terms: its self-similarity stays as it was.
 * docs/scoring.md holds the figures behind each value.
 */
export const TEXT_PARAMETERS = {
  /** How much rare terms outweigh common ones. Range 1…2. */
  idfExponent: 1.3,
  /** The same in needs, by their number of distinct terms; linear in its logarithm between the two. Range 1…3. */
  needExponent: { short: { terms: 32, exponent: 1 }, long: { terms: 512, exponent: 2.6 } },
  /** Terms in more than this share of the records say nothing and are not read. Range 0.1…1. */
  commonShare: 0.3,
  /** Below so many records no term counts as common yet. */
  commonFrom: 1000,
  /** Length normalisation: 0 none, 0.5 cosine. Range 0…0.5. */
  lengthExponent: 0.27,
  /** Self-similarity of a record of middling length; only sets the scale: most pairs that fit well reach 0.3…0.9. */
  typicalSelf: 60,
} as const;
