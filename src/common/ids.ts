import { v7 } from 'uuid';

/** A new UUIDv7: sortable by time of creation, made in the application so that rows can refer to each other before they are stored. */
export const newId = (): string => v7();
