/** `natural` types its whole package only; the engine loads this one part of it. */
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const porterStemmer: { stem(word: string): string };
  export = porterStemmer;
}
