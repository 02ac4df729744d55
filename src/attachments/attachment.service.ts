import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Clock } from '../common/clock';
import { Conflict, InvalidInput, NotFound } from '../common/errors';
import { newId } from '../common/ids';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import type { AttachmentEntity } from './attachment.entity';
import { AttachmentRepository } from './attachment.repository';
import { type AttachmentSubject, type AttachmentView, MAX_FILE_BYTES } from './attachment.schema';
import { BlobStore } from './blob-store';
import { cleanFileName } from './file-name';

export interface Upload {
  fileName: string;
  mediaType: string;
  content: Buffer;
  personal: boolean;
}

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,90}$/;

@Injectable()
export class AttachmentService {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentRepository,
    private readonly blobs: BlobStore,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file, which nobody but the uploader sees until it is attached.
   * @throws 400 ATTACHMENT.EMPTY, ATTACHMENT.TOO_LARGE (above 20 MB), ATTACHMENT.NAME
   */
  upload(actor: Actor, { fileName, mediaType, content, personal }: Upload): Promise<AttachmentView> {
    const name = cleanFileName(fileName);
    if (name === undefined) throw new InvalidInput('ATTACHMENT.NAME', 'The file has no name');
    if (content.length === 0) throw new InvalidInput('ATTACHMENT.EMPTY', 'The file is empty');
    if (content.length > MAX_FILE_BYTES)
      throw new InvalidInput('ATTACHMENT.TOO_LARGE', 'A file may have at most 20 MB');
    const row: AttachmentEntity = {
      id: newId(),
      fileName: name,
      mediaType: MEDIA_TYPE.test(mediaType) ? mediaType : 'application/octet-stream',
      byteSize: content.length,
      sha256: sha256Of(content),
      ownerUserId: actor.userId,
      subjectKind: null,
      subjectId: null,
      organisationId: null,
      parkId: null,
      visibility: 'sealed',
      personal,
      sampleSet: null,
      createdAt: this.clock.now(),
    };
    return this.database.as(actor, async (tx) => {
      await this.attachments.insert(row, tx);
      await this.blobs.put(row.id, content, tx);
      return viewOf(row);
    });
  }

  /**
   * Gives an uploaded file its subject, from whose place follows who may read it.
   * @throws 404 ATTACHMENT.NOT_FOUND; 409 ATTACHMENT.ATTACHED when it has one already
   */
  async attach(id: string, subject: AttachmentSubject, tx: EntityManager): Promise<void> {
    const row = await this.require(id, tx);
    if (row.subjectId !== null || !(await this.attachments.attach(id, subject, tx)))
      throw new Conflict('ATTACHMENT.ATTACHED', 'The file belongs to a record already');
  }

  /** The files of a subject that the transaction's actor may read. */
  async listOf(kind: string, subjectId: string, tx: EntityManager): Promise<AttachmentView[]> {
    return (await this.attachments.findOf(kind, subjectId, tx)).map(viewOf);
  }

  /** @throws 404 ATTACHMENT.NOT_FOUND, also for a file that is not the actor's to read */
  open(actor: Actor, id: string): Promise<{ file: AttachmentView; content: Buffer }> {
    return this.database.as(actor, async (tx) => {
      const row = await this.require(id, tx);
      const content = await this.blobs.find(id, tx);
      if (!content || sha256Of(content) !== row.sha256)
        throw new Error(`The content of attachment ${id} is not what was stored.`);
      return { file: viewOf(row), content };
    });
  }

  private async require(id: string, tx: EntityManager): Promise<AttachmentEntity> {
    const row = await this.attachments.find(id, tx);
    if (!row) throw new NotFound('ATTACHMENT.NOT_FOUND', 'There is no such file');
    return row;
  }
}

const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const viewOf = ({ id, fileName, mediaType, byteSize, sha256, personal, createdAt }: AttachmentEntity) => ({
  id,
  fileName,
  mediaType,
  byteSize,
  sha256,
  personal,
  createdAt: createdAt.toISOString(),
});
