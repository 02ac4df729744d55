import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { z } from 'zod';
import { beginSnapshot, copyKeysOut, wasErasedSince } from './backup.repository';

/**
 * The keys of persons, wrapped by the master key, as they are now: kept apart from the archives and written over each
 * time. Whoever is erased is not in it any more, so nothing sealed with their key opens again, however old the archive.
 */
export const keyBookFile = (dataDir: string): string => join(dataDir, 'person-keys');

/** The file is no key book, or not all of it is there. */
export class UnreadableKeyBook extends Error {
  override readonly name = 'UnreadableKeyBook';
}

const heading = z.strictObject({ personKeys: z.literal(1), takenAt: z.iso.datetime() });
const END = 'end';

/** Writes the book whole or not at all; `client` is within the snapshot that the archive is taken from. */
export async function writeKeyBook(client: Client, file: string, takenAt: Date): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.draft-${process.pid}`;
  const pages = async function* () {
    yield `${JSON.stringify({ personKeys: 1, takenAt: takenAt.toISOString() })}\n`;
    yield* copyKeysOut(client);
    yield `${END}\n`;
  };
  try {
    await pipeline(pages, createWriteStream(draft, { mode: 0o600 }));
    const handle = await open(draft, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** An erasure is dated by the beginning of its transaction, and hosts' clocks differ. */
const MARGIN_MS = 15 * 60_000;

/** Writes the book anew where there is one and somebody was erased since; answers whether it was written. */
export async function renewKeyBook(backupUrl: string, file: string, takenAt: Date): Promise<boolean> {
  if (!existsSync(file)) return false;
  const client = new Client({ connectionString: backupUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await beginSnapshot(client);
    const since = new Date(readKeyBook(file).takenAt.getTime() - MARGIN_MS);
    if (!(await wasErasedSince(client, since))) return false;
    await writeKeyBook(client, file, takenAt);
    return true;
  } finally {
    await client.end();
  }
}

/** Wrapped keys (hexadecimal) by person. @throws UnreadableKeyBook */
export function readKeyBook(file: string): { takenAt: Date; keys: Map<string, string> } {
  if (!existsSync(file)) throw new UnreadableKeyBook(`There is no file ${file}.`);
  const [first = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const found = heading.safeParse(jsonOf(first));
  if (!found.success) throw new UnreadableKeyBook(`${file} is no book of persons’ keys.`);
  if (lines.pop() !== END) throw new UnreadableKeyBook(`${file} is incomplete: it ends early.`);
  const keys = new Map(
    lines.map((line) => {
      const [person = '', wrapped = ''] = line.split('\t');
      return [person, wrapped] as const;
    }),
  );
  return { takenAt: new Date(found.data.takenAt), keys };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
