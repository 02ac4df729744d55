import { readingProcess } from '../reading/reading-process';
import { readDocument } from './read-document';

/** A CV takes a fifth of a second; one of many pages, and so of many bytes, may take longer. */
readingProcess(readDocument, (bytes) => ({ memoryMb: 600, processorMs: 2_000 + bytes / 1_000 }));
