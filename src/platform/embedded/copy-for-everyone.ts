import { chmodSync, cpSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies `from` to `to` unless it is there, readable by every user. The copy appears whole or not at all,
 * and one that another user left there is refused, since it is going to be executed.
 */
export function copyForEveryone(from: string, to: string): void {
  const present = statSync(to, { throwIfNoEntry: false });
  if (present) {
    if (present.uid !== process.getuid?.()) throw new Error(`${to} belongs to another user`);
    return;
  }
  const draft = `${to}.${process.pid}`;
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
  openToEveryone(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!statSync(to, { throwIfNoEntry: false })) throw error;
  }
}

function openToEveryone(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToEveryone(path);
    else if (entry.isFile())
      chmodSync(path, statSync(path).mode | 0o444 | (statSync(path).mode & 0o100 && 0o111));
  }
}
