import type { JobName } from '@server/queues/job-catalogue';
import { useMessages } from '../i18n/use-messages';

const MINUTE = 60;
const HOUR = 3600;

/** Jobs and times of the background in words. */
export function useJobWords() {
  const { say } = useMessages();
  return {
    /** The server names no job that its catalogue lacks. */
    jobName: (job: string): string => say(`jobs.name.${job as JobName}`),
    /** Seconds as a reader says them. */
    duration: (seconds: number): string => {
      if (seconds >= HOUR) return say('jobs.hours', { count: Math.round(seconds / HOUR) });
      if (seconds >= 2 * MINUTE) return say('jobs.minutes', { count: Math.round(seconds / MINUTE) });
      return say('jobs.seconds', { count: Math.round(seconds * 10) / 10 });
    },
  };
}
