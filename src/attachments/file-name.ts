const MAX_LENGTH = 200;
/** Controls, and the marks that turn the direction of text: a name must read as what it is. */
const MISLEADING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The name a file is kept by: its last part only, without what misleads; undefined when nothing is left. */
export function cleanFileName(given: string): string | undefined {
  const [name = ''] = given.replace(MISLEADING, '').split(/[\\/]/).slice(-1);
  const trimmed = name.trim();
  if (trimmed === '' || trimmed === '.' || trimmed === '..') return undefined;
  const dot = trimmed.lastIndexOf('.');
  const ending = dot > 0 && trimmed.length - dot <= 10 ? trimmed.slice(dot) : '';
  return trimmed.length <= MAX_LENGTH
    ? trimmed
    : trimmed.slice(0, MAX_LENGTH - ending.length).toWellFormed() + ending;
}

/** RFC 6266: always a download, under its own name in every language. */
export const dispositionOf = (fileName: string): string =>
  `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, hex)}`;

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
