import type { PlanView } from '@server/plan/plan.schema';
import type { SubmissionView } from '@server/plan/submissions/submission.schema';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { SampleBadge } from '../ui/sample-badge';
import { useMoment } from '../ui/time';
import { NewSubmission } from './new-submission';
import { SubmissionDrawer } from './submission-drawer';
import { totalsOf } from './submission-totals';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

const route = getRouteApi('/shell/plan');

/** 报送批次, the latest first; each stays as it was signed. */
export function Submissions({ plan }: { plan: PlanView }) {
  const { say } = useMessages();
  const moment = useMoment();
  const { role } = useUser();
  const { at } = route.useSearch();
  const query = useQuery({
    queryKey: ['plans', plan.code, 'submissions'],
    queryFn: ({ signal }) => get<SubmissionView[]>(`/plans/${plan.code}/submissions`, { signal }),
  });
  return (
    <>
      {role === 'manager' && <NewSubmission plan={plan.code} last={query.data?.[0]} />}
      <Loaded query={query}>
        {(submissions) => (
          <>
            {submissions.length === 0 && <Nothing why={say('plan.noSubmissions')} />}
            <ol className={styles.submissions}>
              {submissions.map((submission) => {
                const { id, period, cutOff, note, sampleSet, targets } = submission;
                const totals = totalsOf(targets);
                return (
                  <li key={id} className={layout.card}>
                    <div className={styles.submissionHead}>
                      <Link to="/plan" search={(now) => ({ ...now, at: id })} resetScroll={false} lang="">
                        {period}
                      </Link>
                      <SampleBadge set={sampleSet} />
                      <small>{say('plan.cutOffAt', { at: moment(cutOff) })}</small>
                    </div>
                    <div className={styles.changes}>
                      <span>{say('plan.sum.counted', { count: totals.counted })}</span>
                      {(['new', 'late', 'withdrawn'] as const).map((change) => (
                        <span key={change} data-change={totals[change] > 0 ? change : undefined}>
                          {say(`plan.sum.${change}`, { count: totals[change] })}
                        </span>
                      ))}
                    </div>
                    {note && (
                      <p className={layout.hint} lang="">
                        {note}
                      </p>
                    )}
                    <Link to="/targets" search={{ plan: plan.code, asOf: cutOff }}>
                      {say('plan.openAsOf')}
                    </Link>
                  </li>
                );
              })}
            </ol>
            {at && submissions.some(({ id }) => id === at) && (
              <SubmissionDrawer plan={plan} submission={submissions.find(({ id }) => id === at)} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
