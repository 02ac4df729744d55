import { normaliseIdentifier } from '../../common/identifiers/normalise';
import { isResidentId } from '../../common/identifiers/resident-id';
import { isUscc } from '../../common/identifiers/uscc';
import { isDay, isFormula, textOf, type Cell } from '../reading/cell';
import { mistake, NOTHING, plain, question, type Reader, type Reading, saysNothing } from './reading';

/** A number keeps 15 digits: what is left of an identifier stored as one is not known to be right. */
function identifier(cell: Cell, isRight: (code: string) => boolean, wrong: string): Reading<string> {
  if (isFormula(cell)) return mistake('IMPORT.FORMULA');
  const text = textOf(cell);
  if (typeof cell === 'number' || /^\d(?:\.\d+)?e\+?\d+$/i.test(plain(text)))
    return mistake('IMPORT.STORED_AS_NUMBER');
  const code = normaliseIdentifier(text.replace(/^['’]/, ''));
  if (saysNothing(code)) return NOTHING;
  return isRight(code) ? { value: code } : mistake(wrong);
}

export const readUscc: Reader<string> = (cell) => identifier(cell, isUscc, 'ORGANISATION.USCC');

export const readResidentId: Reader<string> = (cell) =>
  identifier(cell, isResidentId, 'SIGNING.ROSTER_ID_NUMBER');

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const LANDLINE = /(?<!\d)(?:0\d{2,3}-?)?[2-8]\d{6,7}(?:-\d{1,5})?(?!\d)/g;

/** Telephone numbers in a cell, blanks and hyphens inside them aside. */
export function phonesIn(cell: Cell): string[] {
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/(?<=\d)[\s-](?=\d{4}(?:\D|$))|(?<=1\d{2})[\s-](?=\d{4})/g, '');
  const mobiles = text.match(MOBILE) ?? [];
  return mobiles.length > 0 ? [...new Set(mobiles)] : [...new Set(text.match(LANDLINE) ?? [])];
}

export const readPhone: Reader<string> = (cell) => {
  if (isFormula(cell)) return mistake('IMPORT.FORMULA');
  if (isDay(cell ?? '')) return mistake('IMPORT.PHONE');
  const text = plain(textOf(cell));
  if (saysNothing(text)) return NOTHING;
  const found = phonesIn(cell);
  const [only] = found;
  if (only === undefined) return mistake('IMPORT.PHONE');
  return found.length === 1 ? { value: only } : question('IMPORT.WHICH_PHONE', only);
};

const EMAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/;

export const readEmail: Reader<string> = (cell) => {
  const text = plain(textOf(cell));
  if (saysNothing(text)) return NOTHING;
  return EMAIL.test(text) ? { value: text } : mistake('IMPORT.EMAIL');
};

export interface ContactPerson {
  name?: string;
  phone?: string;
}

/** "张工 13800138000": a name and, where it is there too, a number. */
export const readContactPerson: Reader<ContactPerson> = (cell) => {
  if (isFormula(cell)) return mistake('IMPORT.FORMULA');
  const text = textOf(cell);
  if (saysNothing(plain(text))) return NOTHING;
  const found = phonesIn(cell);
  if (found.length > 1) return question('IMPORT.WHICH_PHONE', text.replace(found[1] as string, '').trim());
  const name = text
    .normalize('NFKC')
    .replace(/[\d\s-]{7,}/g, '')
    .replace(/[()（）:：,，;；/、]+$|^[()（）:：,，;；/、]+/g, '')
    .trim();
  return {
    value: {
      ...(name !== '' && { name: name.slice(0, 50) }),
      ...(found[0] !== undefined && { phone: found[0] }),
    },
  };
};
