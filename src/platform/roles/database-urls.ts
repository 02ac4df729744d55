import type { Env } from '../config/env.schema';
import { InvalidSettings } from '../config/env';
import { type AppRole, type DatabaseUrls, urlsFor } from './app-roles';

type DatabaseSettings = Pick<
  Env,
  'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DATABASE_WORKER_URL' | 'DATABASE_QUEUE_URL' | 'DATABASE_BACKUP_URL'
>;

/** The login a setting names for each role, before it takes the role on. */
export function loginUrl(env: DatabaseSettings, role: AppRole): string {
  const shared = env.DATABASE_URL;
  const own: Record<AppRole, string | undefined> = {
    app_owner: env.DATABASE_OWNER_URL,
    app_api: shared,
    app_worker: env.DATABASE_WORKER_URL,
    app_queue: env.DATABASE_QUEUE_URL,
    app_backup: env.DATABASE_BACKUP_URL ?? env.DATABASE_OWNER_URL,
  };
  const url = own[role] ?? shared;
  if (!url) throw new InvalidSettings('DATABASE_URL: needed here; npm start brings a database of its own.');
  return url;
}

/**
 * The connection strings of the five roles on a server of the operator's own. A login of another name takes its
 * role on with every new connection, so that one login can serve for all.
 */
export const databaseUrls = (env: DatabaseSettings): DatabaseUrls =>
  urlsFor((role) => actAs(loginUrl(env, role), role));

/** `url` with its connections acting as `role`; unchanged when the login is the role. */
export function actAs(url: string, role: AppRole): string {
  const parsed = new URL(url);
  if (decodeURIComponent(parsed.username) === role) return url;
  const options = parsed.searchParams.get('options') ?? '';
  if (options.includes(`role=${role}`)) return url;
  // A connection string's options replace those a library adds, so the queue's schema is named here too.
  const path = role === 'app_queue' ? ' -c search_path=queue' : '';
  parsed.searchParams.set('options', `${options} -c role=${role}${path}`.trim());
  return parsed.href;
}

/** The settings that say `urls`: what `databaseUrls` reads. */
export const settingsOf = (urls: DatabaseUrls): Record<keyof DatabaseSettings, string> => ({
  DATABASE_URL: urls.apiUrl,
  DATABASE_OWNER_URL: urls.ownerUrl,
  DATABASE_WORKER_URL: urls.workerUrl,
  DATABASE_QUEUE_URL: urls.queueUrl,
  DATABASE_BACKUP_URL: urls.backupUrl,
});
