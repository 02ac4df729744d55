import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { AttachmentChunkEntity } from './attachment.entity';
import { BlobStore } from './blob-store';

/** A row is kept well below what a statement and the wire take at once. */
const CHUNK_BYTES = 1024 * 1024;

const place = (id: string, ordinal: number) => ({
  table: 'attachment_chunks',
  column: 'sealed',
  rowId: `${id}/${ordinal}`,
});

/** Content in PostgreSQL, in encrypted pieces of 1 MiB: one backup holds the records and their papers. */
@Injectable()
export class PostgresBlobRepository extends BlobStore {
  constructor(private readonly cipher: FieldCipher) {
    super();
  }

  async put(id: string, content: Buffer, tx: EntityManager): Promise<void> {
    for (let ordinal = 0; ordinal * CHUNK_BYTES < content.length; ordinal += 1) {
      const piece = content.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES);
      const sealed = this.cipher.encrypt(piece, place(id, ordinal));
      await tx.insert(AttachmentChunkEntity, { attachmentId: id, ordinal, sealed });
    }
  }

  async find(id: string, tx: EntityManager): Promise<Buffer | undefined> {
    const chunks = await tx.find(AttachmentChunkEntity, {
      where: { attachmentId: id },
      order: { ordinal: 'ASC' },
    });
    if (chunks.length === 0) return undefined;
    return Buffer.concat(
      chunks.map(({ sealed, ordinal }) => this.cipher.decryptBytes(sealed, place(id, ordinal))),
    );
  }
}
