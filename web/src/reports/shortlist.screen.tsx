import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { pointsText } from '../review/bars';
import { shortlistQuery } from '../review/queries';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './reports.module.css';

const route = getRouteApi('/shell/shortlist/$pairKind/$demandId');
/** So many rows fit on one page of paper. */
const ON_ONE_PAGE = 20;

/** A shortlist on one page, to be printed and taken along; the file has all of it. */
export function ShortlistScreen() {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const { pairKind, demandId } = route.useParams();
  const query = useQuery(shortlistQuery(pairKind, demandId));
  const address = `/api/v1/reports/shortlists/${pairKind}/${demandId}/file?format=`;
  return (
    <Loaded query={query}>
      {(list) => (
        <Page
          title={list.demand.title}
          aside={
            <Link to="/review/$pairKind/$demandId" params={{ pairKind, demandId }} search={{}}>
              {list.demand.code}
            </Link>
          }
          actions={
            <>
              {['xlsx', 'csv'].map((format) => (
                <Button key={format} href={address + format} download>
                  {say('reports.download', { format: `.${format}` })}
                </Button>
              ))}
              <Button type="primary" onClick={() => window.print()}>
                {say('reports.print')}
              </Button>
            </>
          }
        >
          <p className={styles.note}>
            {say('reports.shortlistOf', {
              kind: label('pair-kinds', list.pairKind),
              shown: Math.min(ON_ONE_PAGE, list.entries.length),
              count: list.entries.length,
              at: moment(list.updatedAt),
            })}
          </p>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={list.demand.title}>
            <table className={styles.table}>
              <thead>
                <tr>
                  {(
                    [
                      'reports.rank',
                      'field.code',
                      'field.name',
                      'field.tags',
                      'events.score',
                      'field.stage',
                    ] as const
                  ).map((key) => (
                    <th key={key} scope="col">
                      {say(key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {list.entries.slice(0, ON_ONE_PAGE).map(({ rank, supply, score, match }) => (
                  <tr key={supply.id}>
                    <td>{rank}</td>
                    <td className={styles.code}>{supply.code}</td>
                    <td lang="">{supply.title}</td>
                    <td>
                      {supply.tags.map((tag) => label('industry-tags', tag)).join(say('list.separator'))}
                    </td>
                    <td data-kind="number">{pointsText(score)}</td>
                    <td>{label('match-stages', match?.stage)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Page>
      )}
    </Loaded>
  );
}
