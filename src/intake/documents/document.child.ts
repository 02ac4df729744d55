import { readingProcess } from '../reading/reading-process';
import { readDocument } from './read-document';

readingProcess(readDocument);
