/**
 * The shape of a corpus: terms ranked by how many records hold them, in octaves of rank (1, 2–3, 4–7, …). Fitted by
 * fit-profile.ts; holds numbers only.
 */
export interface CorpusProfile {
  /** Records that the profile was fitted on. The last octave widens with more, as rare terms go on appearing. */
  readonly records: number;
  /** Standard deviation of ln(terms of a record). */
  readonly lengthSpread: number;
  readonly octaves: readonly Octave[];
}

export interface Octave {
  /** Mean number of a record's terms in it. */
  readonly record: number;
  /** Mean number of a query's terms in it. */
  readonly query: number;
  /** Share of a query's terms in it that its best record holds too. */
  readonly shared: number;
  /** Mean frequency of a term in a record that holds it. */
  readonly frequency: number;
  /** The same in a query. */
  readonly queryFrequency: number;
}
