/** An identifier as people type it (full width, spaced, hyphened, lower case) in the form that the checks expect. */
export const normaliseIdentifier = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
