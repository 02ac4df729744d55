/** The part of `natural` that the benchmark compares with; the whole library loads far more. */
declare module 'natural/lib/natural/tfidf/tfidf' {
  class TfIdf {
    addDocument(tokens: string[]): void;
    /** The score of each document, in the order in which they were added. */
    tfidfs(tokens: string[]): number[];
  }
  export = TfIdf;
}
