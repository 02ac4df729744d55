import type { Actor } from '../common/actor';
import type { RecordEntity } from './record.entity';
import { type Held, isAtHome } from './record-rights';

/**
 * How much of a record a reader is told: all of it; all but whose it is; or its public summary in place of every
 * text, with vocabulary fields only.
 */
export type Disclosure = 'full' | 'without-organisation' | 'summary';

/** Decided here for every answer and export; the web only shows what it was given. */
export function disclosureTo(actor: Actor, record: Held & Pick<RecordEntity, 'confidentiality'>): Disclosure {
  if (isAtHome(actor, record)) return 'full';
  switch (record.confidentiality) {
    case 'public':
      return 'full';
    case 'hide-organisation':
      return 'without-organisation';
    case 'park-only':
    case 'sealed':
      return 'summary';
  }
}

const TITLE_LENGTH = 40;

/** The first characters of a text, for where a title is missing; never half of a character. */
export const titleFrom = (text: string): string =>
  [...text.trim().replace(/\s+/g, ' ')].slice(0, TITLE_LENGTH).join('');

/** What stands for title and text where those may not be read. */
export const summaryOf = (
  record: Pick<RecordEntity, 'code' | 'publicSummary'>,
): { title: string; text: string } => ({
  title: record.publicSummary === null ? record.code : titleFrom(record.publicSummary),
  text: record.publicSummary ?? '',
});
