/**
 * The database roles of the product; none is a superuser. `app_owner` owns the schema and migrates, `app_api` and
 * `app_worker` serve under row-level security, `app_queue` owns the schema `queue`, `app_backup` reads every row.
 */
export const appRoles = ['app_owner', 'app_api', 'app_worker', 'app_queue', 'app_backup'] as const;

export type AppRole = (typeof appRoles)[number];

/** A connection string per role. */
export interface DatabaseUrls {
  ownerUrl: string;
  apiUrl: string;
  workerUrl: string;
  queueUrl: string;
  backupUrl: string;
}

/** Makes the connection strings out of a rule for one role. */
export const urlsFor = (urlOf: (role: AppRole) => string): DatabaseUrls => ({
  ownerUrl: urlOf('app_owner'),
  apiUrl: urlOf('app_api'),
  workerUrl: urlOf('app_worker'),
  queueUrl: urlOf('app_queue'),
  backupUrl: urlOf('app_backup'),
});
