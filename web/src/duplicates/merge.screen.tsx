import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import type { MergePreview, MergeView } from '@server/duplicates/merging/merge.schema';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Switch } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { Figures } from './figures';
import { listOf } from './kinds';
import { previewQuery } from './queries';
import { SideBySide } from './side-by-side';
import { useMergeWords } from './use-merge-words';
import styles from './duplicates.module.css';

type Keep = MergePreview['fields'][number]['keep'];

const route = getRouteApi('/shell/duplicates/$kind/$from/$into');

/** Two records side by side: which stays, what is kept of each, what moves, and the merge itself. */
export function MergeScreen() {
  const { say } = useMessages();
  const params = route.useParams();
  const kind = params.kind as DuplicateKind;
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Record<string, Keep>>({});
  const query = useQuery(previewQuery({ kind, from: params.from, into: params.into, fields: chosen }));
  const swap = () => {
    setChosen({});
    void navigate({
      to: '/duplicates/$kind/$from/$into',
      params: { kind, from: params.into, into: params.from },
      replace: true,
    });
  };
  return (
    <Page title={say('duplicates.merge')} actions={<Button onClick={swap}>{say('duplicates.swap')}</Button>}>
      <Loaded query={query}>
        {(preview) => (
          <Merging
            key={preview.into.id}
            preview={preview}
            isAsking={query.isFetching}
            chosen={chosen}
            onChoose={(name, keep) => setChosen({ ...chosen, [name]: keep })}
            onSwap={swap}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface Props {
  preview: MergePreview;
  isAsking: boolean;
  chosen: Record<string, Keep>;
  onChoose: (name: string, keep: Keep) => void;
  onSwap: () => void;
}

function Merging({ preview, isAsking, chosen, onChoose, onSwap }: Props) {
  const { say } = useMessages();
  const { role } = useUser();
  const { countsOf } = useMergeWords();
  const { isBusy, act } = useAct();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState(false);
  const { kind, from, into, better, figures, obstacle } = preview;
  const moves = countsOf(preview);
  const needsWord = figures.length > 0;
  const isReady =
    obstacle === null &&
    reason.trim() !== '' &&
    !isAsking &&
    (!needsWord || (accepted && role === 'manager'));
  const merge = () =>
    act(async () => {
      const body = {
        ...{ kind, from: from.id, into: into.id, fromVersion: from.version, intoVersion: into.version },
        ...{ fields: chosen, reason, acceptFigures: accepted },
      };
      await post<MergeView>('/merges', body);
      await client.invalidateQueries();
      await (kind === 'organisation'
        ? navigate({ to: '/duplicates', search: { kind } })
        : navigate({ to: `/${listOf(kind)}/$id` as '/needs/$id', params: { id: into.id } }));
    });
  return (
    <div className={layout.stack}>
      {obstacle && <Alert type="error" showIcon title={obstacle.detail} />}
      {better === 'from' && (
        <Alert
          type="info"
          showIcon
          title={say('duplicates.better')}
          action={<Button onClick={onSwap}>{say('duplicates.swap')}</Button>}
        />
      )}
      <label>
        <Switch size="small" checked={onlyDifferences} onChange={setOnlyDifferences} />{' '}
        {say('compare.onlyDifferences')}
      </label>
      <SideBySide preview={preview} onlyDifferences={onlyDifferences} chosen={chosen} onChoose={onChoose} />
      <section className={layout.card} aria-live="polite">
        <h2>{say('duplicates.moves')}</h2>
        <p>{moves === '' ? say('duplicates.movesNothing') : moves}</p>
        <p className={styles.remark}>{say('duplicates.staysReadable')}</p>
        {needsWord && <Figures figures={figures} />}
        {needsWord && role === 'manager' && (
          <Checkbox checked={accepted} onChange={(event) => setAccepted(event.target.checked)}>
            {say('duplicates.acceptFigures')}
          </Checkbox>
        )}
        {needsWord && role !== 'manager' && <p>{say('duplicates.figuresByPlatform')}</p>}
      </section>
      <div className={layout.bar}>
        <Input
          className={styles.reason}
          value={reason}
          maxLength={1000}
          aria-label={say('duplicates.reason')}
          placeholder={say('duplicates.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" disabled={!isReady} loading={isBusy} onClick={() => void merge()}>
          {say('duplicates.mergeNow')}
        </Button>
      </div>
    </div>
  );
}
