import type { ImportView } from '@server/intake/imports/import.schema';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Progress } from 'antd';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { useAct } from '../ui/use-act';
import { ColumnMapping } from './column-mapping';
import { importQuery, useImportEvents } from './import-events';
import { ImportRows } from './import-rows';
import { countOf, isMoving, percentOf } from './import-state';
import { RunForm } from './run-form';
import { SheetChoice } from './sheet-choice';
import styles from './intake.module.css';

const route = getRouteApi('/shell/imports/$id');

/** One list: what was read, what is in doubt, and what came of it. */
export function ImportScreen() {
  const { say } = useMessages();
  const { id } = route.useParams();
  const query = useQuery(importQuery(id));
  useImportEvents(id, query.data);
  return (
    <Page
      title={query.data?.fileName ?? say('nav.imports')}
      aside={query.data && <span className={styles.kind}>{say(`intake.kind.${query.data.kind}`)}</span>}
      actions={query.data && <Actions list={query.data} />}
    >
      <Loaded query={query}>
        {(list) => (
          <>
            <State list={list} />
            {list.notices.length > 0 && (
              <Alert
                className={styles.notice}
                type="info"
                showIcon
                title={list.notices.map(({ code, sentence }) => (
                  <p key={code}>{sentence}</p>
                ))}
              />
            )}
            {(list.state === 'preview' || list.state === 'refused') && <SheetChoice list={list} />}
            {!isMoving(list) && list.state !== 'refused' && (
              <>
                {(countOf(list, 'ready') > 0 || (list.counts.known ?? 0) > 0) && <RunForm list={list} />}
                {list.state === 'preview' && list.sheet !== null && <ColumnMapping list={list} />}
                <ImportRows list={list} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ list }: { list: ImportView }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { act } = useAct();
  const open = countOf(list, 'doubtful');
  const revert = () =>
    act(async () => {
      const now = await post<ImportView>(`/imports/${list.id}/revert`, {});
      client.setQueryData(importQuery(list.id).queryKey, now);
    });
  return (
    <>
      {open > 0 && !isMoving(list) && (
        <a className={styles.download} href={`/api/v1/imports/${list.id}/failures`} download>
          {say('intake.failures', { count: open })}
        </a>
      )}
      {list.state === 'finished' && list.kind !== 'rosters' && (
        <Popconfirm
          title={say('intake.revertAsk')}
          okText={say('action.confirm')}
          cancelText={say('action.cancel')}
          onConfirm={() => void revert()}
        >
          <Button danger>{say('intake.revert')}</Button>
        </Popconfirm>
      )}
    </>
  );
}

function State({ list }: { list: ImportView }) {
  const { say } = useMessages();
  const { counts, failure, state } = list;
  const sum = (...states: (keyof typeof counts)[]) =>
    states.reduce((total, name) => total + (counts[name] ?? 0), 0);
  return (
    <section className={styles.state} data-import-state={state} aria-live="polite">
      <strong>{say(`intake.state.${state}`)}</strong>
      {isMoving(list) && (
        <Progress
          percent={percentOf(list)}
          status="active"
          aria-label={say('intake.progress', { done: list.done, total: list.total })}
        />
      )}
      {state === 'refused' && failure && <Alert type="error" showIcon title={failure.sentence} />}
      {state !== 'refused' && failure && <Alert type="warning" showIcon title={failure.sentence} />}
      {(state === 'preview' || state === 'reading') && (
        <p>
          {say('intake.previewLine', {
            ready: counts.ready ?? 0,
            known: counts.known ?? 0,
            same: counts.same ?? 0,
            open: sum('doubtful', 'failed'),
          })}
        </p>
      )}
      {(state === 'running' || state === 'finished') && (
        <p>
          {say('intake.doneLine', {
            created: counts.created ?? 0,
            changed: sum('updated', 'merged'),
            kept: sum('kept', 'same'),
            open: sum('doubtful', 'failed'),
          })}
        </p>
      )}
      {(state === 'reverting' || state === 'reverted') && (
        <p>
          {say('intake.revertedLine', {
            reverted: counts.reverted ?? 0,
            kept: sum('created', 'updated', 'merged'),
          })}
        </p>
      )}
    </section>
  );
}
