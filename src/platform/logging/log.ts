import { pino } from 'pino';

/**
 * The process's log: one JSON object a line. Callers pass the fields they mean, never a request, a body or an error
 * object, so nothing personal gets in by accident. Its level is set once the settings are read.
 */
export const log = pino({ level: 'info', base: { pid: process.pid } });
