import { newestMigration } from './schema-version.repository';

/** The database's schema is not this release's; the message says what to do. */
export class WrongSchema extends Error {
  override readonly name = 'WrongSchema';
}

/** @throws WrongSchema when a later release has been at the database. */
export function requireKnownSchema(applied: number, newest = newestMigration()): void {
  if (applied > newest)
    throw new WrongSchema(
      `The database has schema ${applied}, made by a later release; this one knows schema ${newest}. ` +
        'Start the later release, or restore a backup from before into an empty database.',
    );
}

/** @throws WrongSchema unless the database is just what this release works on. */
export function requireCurrentSchema(applied: number, newest = newestMigration()): void {
  requireKnownSchema(applied, newest);
  if (applied < newest)
    throw new WrongSchema(
      `The database has schema ${applied} and this release needs ${newest}: run node dist/src/prepare.js first (npm start does).`,
    );
}
