import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import type { Cell } from '../reading/cell';
import type { RowContact, RowDoubt } from '../table/interpret-row';
import type { ImportRowEntity } from './import-row.entity';

/** What is kept of a row until it is in. */
export interface RowContent {
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly doubts: readonly RowDoubt[];
  /** Of a document: where each field was found, by field. */
  readonly passages?: Readonly<Record<string, string>>;
}

type Place = Pick<ImportRowEntity, 'importId' | 'rowNo'>;
const placeOf = ({ importId, rowNo }: Place, column: 'sealed' | 'contact') => ({
  table: 'import_rows',
  column,
  rowId: `${importId}/${rowNo}`,
});

const COLUMN = 'import_rows.key';

/** Seals and opens what rows say: lists hold names, telephone and identity numbers. */
@Injectable()
export class RowContents {
  constructor(private readonly cipher: FieldCipher) {}

  seal(place: Place, content: RowContent): Buffer {
    return this.cipher.encrypt(JSON.stringify(content), placeOf(place, 'sealed'));
  }

  /** undefined once the row is in. */
  open(row: ImportRowEntity): RowContent | undefined {
    if (row.sealed === null) return undefined;
    return JSON.parse(this.cipher.decrypt(row.sealed, placeOf(row, 'sealed'))) as RowContent;
  }

  sealContact(place: Place, contact: RowContact): Buffer {
    return this.cipher.encrypt(JSON.stringify(contact), placeOf(place, 'contact'));
  }

  openContact(row: ImportRowEntity): RowContact | undefined {
    if (row.contact === null) return undefined;
    return JSON.parse(this.cipher.decrypt(row.contact, placeOf(row, 'contact'))) as RowContact;
  }

  /** Keyed digest of what a row is about, or of all it says. */
  digest(...parts: readonly string[]): Buffer {
    return this.cipher.blindIndex(parts.join('\u0000'), COLUMN);
  }
}
