import { z } from 'zod';
import type { Visibility } from '../taxonomy/need.vocabulary';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** The form fields beside the file. */
export const uploadFields = z
  .strictObject({
    personal: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .prefault('false')
      .describe('a CV, a roster: kept from readers who may not edit its subject'),
  })
  .prefault({});
export type UploadFields = z.infer<typeof uploadFields>;

/** What a file belongs to, and who may therefore read it. */
export interface AttachmentSubject {
  /** 'need', 'signing' … */
  kind: string;
  id: string;
  organisationId: string | null;
  parkId: string | null;
  visibility: Visibility;
}

export const attachmentView = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    mediaType: z.string(),
    byteSize: z.number().int(),
    sha256: z.string(),
    personal: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'Attachment' });
export type AttachmentView = z.infer<typeof attachmentView>;
