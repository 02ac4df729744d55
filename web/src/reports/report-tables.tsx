import type { Report } from '@server/reports/content/report';
import { useMessages } from '../i18n/use-messages';
import { cellWords } from './cell-words';
import styles from './reports.module.css';

/** A report as it will be printed, in the language that was chosen for it. */
export function ReportTables({ report }: { report: Report }) {
  const { locale } = useMessages();
  return (
    <article lang={report.locale} className={styles.report}>
      <h2>{report.title}</h2>
      <p className={styles.period}>{report.period}</p>
      {report.summary.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {report.tables.map(({ name, columns, rows }) => (
        <section key={name}>
          <h3>{name}</h3>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.name} scope="col">
                      {column.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={at}>
                    {columns.map((column, cell) => (
                      <td key={column.name} data-kind={column.kind}>
                        {cellWords(row[cell] ?? null, column.kind, locale)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      {report.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </article>
  );
}
