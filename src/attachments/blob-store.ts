import type { EntityManager } from 'typeorm';

/** Where the content of files lies; another store (S3, a file system) takes the place by providing this class. */
export abstract class BlobStore {
  /** Stores content once; `id` is the attachment's. */
  abstract put(id: string, content: Buffer, tx: EntityManager): Promise<void>;

  /** The content, or undefined when nothing is stored for the actor of the transaction to read. */
  abstract find(id: string, tx: EntityManager): Promise<Buffer | undefined>;
}
