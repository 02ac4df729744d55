import { readingProcess } from '../reading/reading-process';
import { readArchive } from './read-archive';

readingProcess(readArchive);
