import { readingProcess } from '../reading/reading-process';
import { readArchive } from './read-archive';

readingProcess(readArchive, () => ({ memoryMb: 1_000, processorMs: 240_000 }));
