import type { PlanSummary } from '@server/plan/plan.schema';
import type { SubmissionView } from '@server/plan/submissions/submission.schema';
import type { Report } from '@server/reports/content/report';
import type { KeptReportView } from '@server/reports/report.schema';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { get } from '../api/http';
import type { ReportSearch } from '../app/searches';
import type { MessageKey } from '../i18n/i18n';
import { LANGUAGES } from '../i18n/languages';
import { useMessages } from '../i18n/use-messages';
import layout from '../ui/layout.module.css';
import { type Role, useUser } from '../session/session';
import { PlanPicker } from '../targets/plan-picker';
import { planQuery, plansQuery } from '../targets/queries';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { dayOf } from '../ui/time';
import { KeptReports } from './kept-reports';
import {
  asks,
  fileAddress,
  formatsOf,
  isComplete,
  type ReportKind,
  REPORT_KINDS,
  queryOf,
} from './report-address';
import { ReportTables } from './report-tables';
import styles from './reports.module.css';

const route = getRouteApi('/shell/reports');

const NAMES: Record<ReportKind, MessageKey> = {
  weekly: 'reports.weekly',
  monthly: 'reports.monthly',
  activity: 'reports.activity',
  parks: 'reports.parks',
  signings: 'reports.signings',
  submission: 'reports.submission',
};
/** Kinds that the server refuses to a role. */
const REFUSED: Partial<Record<Role, readonly ReportKind[]>> = {
  organiser: ['parks', 'submission'],
  commission: ['signings'],
};

/** 报表: chosen, looked at, and taken as a file whose numbers are those on the screen. */
export function ReportsScreen() {
  const { say } = useMessages();
  const plans = useQuery(plansQuery);
  const { plan } = route.useSearch();
  return (
    <Loaded query={plans}>
      {(all) => {
        const chosen = all.find(({ code }) => code === plan) ?? all[0];
        if (chosen) return <Reports plans={all} plan={chosen.code} />;
        return (
          <Page title={say('reports.title')}>
            <Nothing why={say('targets.noPlan')} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function Reports({ plans, plan: code }: { plans: readonly PlanSummary[]; plan: string }) {
  const { say, locale } = useMessages();
  const { role } = useUser();
  const navigate = useNavigate();
  const search = route.useSearch();
  const kind = search.kind ?? 'weekly';
  const choice = { ...search, plan: code, locale: search.locale ?? locale };
  const plan = useQuery(planQuery(code));
  const submissions = useQuery({
    queryKey: ['plans', code, 'submissions'],
    queryFn: ({ signal }) => get<SubmissionView[]>(`/plans/${code}/submissions`, { signal }),
    enabled: kind === 'submission',
  });
  const isReady = isComplete(kind, choice);
  const query = queryOf(kind, choice);
  const report = useQuery({
    queryKey: ['reports', kind, query],
    queryFn: ({ signal }) => get<Report>(`/reports/${kind}`, { signal, query }),
    enabled: isReady,
  });
  const kept = useQuery({
    queryKey: ['reports', 'kept', code],
    queryFn: ({ signal }) => get<KeptReportView[]>('/reports/kept', { signal, query: { plan: code } }),
    enabled: kind === 'weekly',
  });
  const change = (next: ReportSearch) =>
    void navigate({ to: '/reports', search: { ...search, ...next }, replace: true });
  const kinds = REPORT_KINDS.filter((one) => !REFUSED[role]?.includes(one));
  return (
    <Page
      title={say('reports.title')}
      actions={
        <>
          <PlanPicker plans={plans} plan={code} onChange={(next) => change({ plan: next })} />
          {report.data &&
            formatsOf(kind).map((format) => (
              <Button key={format} href={fileAddress(kind, choice, format)} download>
                {say('reports.download', { format: `.${format}` })}
              </Button>
            ))}
          <Button onClick={() => window.print()}>{say('reports.print')}</Button>
        </>
      }
    >
      <div className={`${layout.bar} no-print`} role="search">
        <Select<ReportKind>
          aria-label={say('reports.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: say(NAMES[value]) }))}
          onChange={(next) => change({ kind: next })}
          popupMatchSelectWidth={false}
        />
        {asks(kind, 'locale') && (
          <Select
            aria-label={say('reports.language')}
            value={choice.locale}
            options={LANGUAGES}
            onChange={(next) => change({ locale: next })}
            popupMatchSelectWidth={false}
          />
        )}
        {asks(kind, 'on') && (
          <Input
            type="date"
            aria-label={say('reports.on')}
            className={styles.day}
            value={search.on ?? dayOf(new Date())}
            onChange={(event) => change({ on: event.target.value || undefined })}
          />
        )}
        {asks(kind, 'activity') && (
          <Select
            allowClear={kind !== 'activity'}
            aria-label={say('events.activity')}
            placeholder={say('events.activity')}
            value={search.activity}
            options={(plan.data?.activities ?? []).map(({ number, name }) => ({
              value: String(number),
              label: `${number}. ${name}`,
            }))}
            onChange={(activity?: string) => change({ activity })}
            popupMatchSelectWidth={false}
          />
        )}
        {asks(kind, 'target') && (
          <Select
            allowClear
            aria-label={say('reports.target')}
            placeholder={say('reports.target')}
            value={search.target}
            options={(plan.data?.targets ?? []).map((target) => ({
              value: target.code,
              label: `${target.code} ${target.name}`,
            }))}
            onChange={(target?: string) => change({ target })}
            popupMatchSelectWidth={false}
          />
        )}
        {asks(kind, 'submission') && (
          <Select
            aria-label={say('reports.submission')}
            placeholder={say('reports.chooseSubmission')}
            value={search.submission}
            options={(submissions.data ?? []).map(({ id, period }) => ({ value: id, label: period }))}
            onChange={(submission: string) => change({ submission })}
            popupMatchSelectWidth={false}
          />
        )}
      </div>
      {isReady ? (
        <Loaded query={report}>{(data) => <ReportTables report={data} />}</Loaded>
      ) : (
        <Nothing why={say('reports.choose')} />
      )}
      {kind === 'weekly' && kept.data && <KeptReports reports={kept.data} />}
    </Page>
  );
}
