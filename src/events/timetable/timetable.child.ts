import type { Planned, PlanningQuestion } from './planning';
import { planMeetings } from './plan-meetings';
import { replanMeetings } from './replan-meetings';

/** Runs by itself: a great timetable keeps a processor busy for seconds, in which a web server answers others. */
const answerTo = ({ task, fit }: PlanningQuestion): Planned => {
  if (!fit) return { ...planMeetings(task), kept: null };
  const { meetings, kept } = replanMeetings(task, fit.current, fit.keep);
  return { meetings, kept, upperBound: null };
};

process.once('message', (question: PlanningQuestion) => {
  process.send?.(answerTo(question), undefined, undefined, () => process.exit());
});
