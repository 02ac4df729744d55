import type { KeptReportView } from '@server/reports/report.schema';
import { useMessages } from '../i18n/use-messages';
import { SampleBadge } from '../ui/sample-badge';
import { useMoment } from '../ui/time';
import styles from './reports.module.css';

/** Weekly reports that made themselves, with the numbers of their week. */
export function KeptReports({ reports }: { reports: readonly KeptReportView[] }) {
  const { say } = useMessages();
  const moment = useMoment();
  return (
    <section className={`${styles.kept} no-print`}>
      <h2>{say('reports.kept')}</h2>
      {reports.length === 0 && <p>{say('reports.noneKept')}</p>}
      <ul>
        {reports.map(({ id, period, madeAt, sampleSet }) => (
          <li key={id}>
            <span lang="zh-CN">{period}</span> <SampleBadge set={sampleSet} /> <small>{moment(madeAt)}</small>{' '}
            {(['docx', 'xlsx', 'csv'] as const).map((format) => (
              <a key={format} href={`/api/v1/reports/kept/${id}/file?format=${format}`} download>
                {say('reports.download', { format: `.${format}` })}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
