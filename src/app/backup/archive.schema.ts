import { z } from 'zod';

/** Counts up when an older release could not read the archive. */
export const ARCHIVE_FORMAT = 2;
export const HEADER_NAME = 'archive.json';
export const TOTALS_NAME = 'totals.json';

const word = z.string().regex(/^[a-z_0-9]+$/);

/** Columns that are sealed with the key of the person a row is about, and what is left of each without that key. */
const sealedColumns = z.strictObject({ columns: z.array(word), remains: z.array(z.string()) });
export type SealedColumns = z.infer<typeof sealedColumns>;

/** What the archive is of; its first member. */
export const archiveHeader = z.strictObject({
  /** 1: persons' keys are in the archive, and nothing is sealed with them beside what the database holds sealed. */
  format: z.int().min(1).max(ARCHIVE_FORMAT),
  /** The number of the newest migration the database had had. */
  schemaVersion: z.number().int().positive(),
  takenAt: z.iso.datetime(),
  /** Names of the master keys without which contacts and files cannot be read; the keys themselves are not in it. */
  masterKeys: z.array(z.string().regex(/^[0-9a-f]+$/)),
  /** `columns` are those in clear; the sealed ones follow them. */
  tables: z.array(z.strictObject({ name: word, columns: z.array(word), sealed: sealedColumns.optional() })),
  sequences: z.array(z.strictObject({ name: word, lastValue: z.number().int(), isCalled: z.boolean() })),
});
export type ArchiveHeader = z.infer<typeof archiveHeader>;

/** What must have been read by the end; its last member, so that a truncated archive lacks it. */
export const archiveTotals = z.strictObject({
  tables: z.record(word, z.strictObject({ rows: z.number().int(), sha256: z.string() })),
});
export type ArchiveTotals = z.infer<typeof archiveTotals>;

export const partName = (table: string, part: number): string =>
  `tables/${table}/${String(part).padStart(6, '0')}.copy`;

/** The table a part belongs to, or undefined when the member is something else. */
export const tableOf = (member: string): string | undefined =>
  /^tables\/([a-z_0-9]+)\/\d{6}\.copy$/.exec(member)?.[1];
