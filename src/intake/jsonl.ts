import type { z } from 'zod';
import { InvalidInput } from '../common/errors';
import { type JsonlLine, jsonlLine } from './jsonl.schema';

const refused = (line: number, why: string): InvalidInput =>
  new InvalidInput('IMPORT.LINE', `line ${line}: ${why}`, { params: { line, why } });

const sentenceOf = ({ path, message, ...issue }: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys')
    return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
  return path.length > 0 ? `${path.join('.')}: ${message}` : message;
};

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidInput('IMPORT.LINE', `line ${line}: not JSON`, {
      params: { line, why: 'not JSON' },
      cause,
    });
  }
}

/**
 * The records of a JSONL file, in order; empty lines are passed over.
 * @throws 400 IMPORT.ENCODING when the bytes are not UTF-8; IMPORT.LINE, with the line's number, at the first line that
 *   is not JSON, lacks something, holds an unknown key or repeats an id
 */
export function parseJsonl(bytes: Uint8Array): JsonlLine[] {
  const lineOfId = new Map<string, number>();
  const records: JsonlLine[] = [];
  decode(bytes)
    .split('\n')
    .forEach((text, at) => {
      if (text.trim() === '') return;
      const line = at + 1;
      const { data, error } = jsonlLine.safeParse(parseJson(text, line));
      if (!data) throw refused(line, error.issues.map(sentenceOf).join('; '));
      const earlier = lineOfId.get(data.id);
      if (earlier !== undefined) throw refused(line, `id "${data.id}" is on line ${earlier} already`);
      lineOfId.set(data.id, line);
      records.push(data);
    });
  return records;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidInput('IMPORT.ENCODING', 'the file is not UTF-8', { cause });
  }
}
