import { readFileSync, statSync } from 'node:fs';
import { CannotStartPostgres } from './cannot-start';

/** The user PostgreSQL runs as. */
export interface Identity {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to the owner of the existing data folder or else to `nobody`
 * (initdb wants a user named in /etc/passwd). Undefined: this process is not root and needs nobody else.
 */
export function postgresIdentity(clusterFolder: string): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const cluster = statSync(clusterFolder, { throwIfNoEntry: false });
  return cluster && cluster.uid !== 0 ? { uid: cluster.uid, gid: cluster.gid } : nobody();
}

function nobody(): Identity {
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (!entry) {
    throw new CannotStartPostgres(
      'PostgreSQL cannot run as root, and there is no user "nobody" to run it as. Start as an ordinary user.',
    );
  }
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}
