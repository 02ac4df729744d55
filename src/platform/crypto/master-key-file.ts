import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'master.key';

/** The master keys in `folder`, one a line, the current one first; made at the first start, readable by its owner only. */
export function readMasterKeys(folder: string): string[] {
  const file = join(folder, FILE);
  if (!existsSync(file)) createOnce(file, folder);
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

/** Like {@link readMasterKeys}, but makes none; undefined when there is none yet. */
export const findMasterKeys = (folder: string): string[] | undefined =>
  existsSync(join(folder, FILE)) ? readMasterKeys(folder) : undefined;

/** Several processes may start at once: the whole file appears by one link, and only the first succeeds. */
function createOnce(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
