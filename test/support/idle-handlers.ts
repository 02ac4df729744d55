import { JOB_NAMES } from '../../src/queues/job-catalogue';
import type { JobHandlers } from '../../src/queues/job-runner';

/** Handlers that do nothing, for every job of the catalogue but those a test is about. */
export const handlersWith = (own: Partial<JobHandlers>): JobHandlers => {
  const idle = Object.fromEntries(JOB_NAMES.map((name) => [name, () => Promise.resolve()]));
  return { ...idle, ...own } as JobHandlers;
};
