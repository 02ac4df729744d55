import type { MatchView } from '@server/matching/review/match.view';
import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';
import type { DeclineReason } from '@server/taxonomy/reason.vocabulary';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, type InputRef, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { queryString } from '../api/query-string';
import { useMessages } from '../i18n/use-messages';
import { AlertButton } from '../notices/alert-button';
import { keepLastReview } from '../desk/last-review';
import { useUser } from '../session/session';
import { useMoment } from '../ui/time';
import { useShortcuts } from '../ui/use-shortcuts';
import { useWords } from '../vocabulary/vocabularies';
import { pointsText } from './bars';
import { CandidateList } from './candidate-list';
import { CandidatePanel } from './candidate-panel';
import { DeclineDialog } from './decline-dialog';
import { KeysDialog } from '../ui/keys-dialog';
import { REVIEW_KEYS } from './review-keys';
import { MoveDialog } from './move-dialog';
import { explanationQuery, parksQuery, shortlistQuery } from './queries';
import { neighbour, nextOpen, type Row, rowsOf, type Stage, stageOf } from './rows';
import { ShareDialog } from './share-dialog';
import { useDecisions } from './use-decisions';
import { useNotes } from './use-notes';
import styles from './review-desk.module.css';

const route = getRouteApi('/shell/review/$pairKind/$demandId');
type Dialog = 'decline' | 'move' | 'keys' | null;

interface Props {
  list: ShortlistView;
  /** The server has another list by now; rows move only when the reader wants them to. */
  isOld: boolean;
}

/** Where an officer goes through a shortlist: the list left, the explanation right, a key for everything. */
export function ReviewDesk({ list, isOld }: Props) {
  const { say } = useMessages();
  const { label } = useWords();
  const { message } = App.useApp();
  const moment = useMoment();
  const user = useUser();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/review/$pairKind/$demandId' });
  const client = useQueryClient();
  const { data: parks = [] } = useQuery(parksQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog>(null);
  const [sharing, setSharing] = useState<Pick<MatchView, 'id' | 'version'> & { supplyId: string }>();
  const searchField = useRef<InputRef>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const filter = queryString({ show: search.show, q: search.q });
  // A row that was just decided stays where it is: it leaves a filtered list with the next visit only.
  const [shown, setShown] = useState(() => new Set(rowsOf(list, search).map(({ supply }) => supply.id)));
  useEffect(() => setShown(new Set(rowsOf(list, search).map(({ supply }) => supply.id))), [filter]);
  const rows = list.entries.filter(({ supply }) => shown.has(supply.id));
  const current = rows.find(({ supply }) => supply.id === search.at) ?? rows[0];
  const decisions = useDecisions(list, rows, filter);
  const notes = useNotes(list.demand.id);
  const parkCode = (id: string | null) => parks.find((park) => park.id === id)?.code ?? '';
  const targets =
    chosen.size > 0 ? rows.filter(({ supply }) => chosen.has(supply.id)) : current ? [current] : [];

  const open = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, at: id }), replace: true, resetScroll: false });
  const walk = (step: 1 | -1) => open(neighbour(rows, current?.supply.id, step)?.supply.id);
  useEffect(() => {
    const next = current && neighbour(rows, current.supply.id, 1);
    if (next) void client.prefetchQuery(explanationQuery(list.pairKind, list.demand.id, next.supply.id));
  }, [current?.supply.id]);

  useEffect(() => {
    if (current)
      keepLastReview(user.id, {
        pairKind: list.pairKind,
        demandId: list.demand.id,
        title: list.demand.title,
        at: current.supply.id,
      });
  }, [current?.supply.id]);

  const decide = async (to: Stage, reason?: DeclineReason, only: readonly Row[] = targets) => {
    setDialog(null);
    const last = only.at(-1);
    if (!last) return [];
    const note = only.length === 1 ? notes.take(last.supply.id) : undefined;
    const decided = decisions.decide(only, { to, reason, note });
    open(nextOpen(rows, last.supply.id)?.supply.id);
    if (chosen.size > 0) setChosen(new Set());
    const results = await decided;
    if (note && !results[0]) notes.put(last.supply.id, note);
    return results;
  };
  const share = async () => {
    if (!current) return;
    const { supply, match, sharing: outlook } = current;
    if (outlook.why !== null) return void message.warning(say(`matches.sharing.${outlook.why}`));
    if (match && stageOf(current) !== 'suggested') return setSharing({ ...match, supplyId: supply.id });
    const [made] = await decisions.decide([current], { to: 'shortlisted', note: notes.take(supply.id) });
    if (made) setSharing({ ...made, supplyId: supply.id });
  };
  const saveNote = async () => {
    if (!current) return;
    const id = current.supply.id;
    const text = notes.take(id);
    if (text !== undefined && !(await decisions.note(current, text))) notes.put(id, text);
  };
  const refresh = () =>
    void client.invalidateQueries({
      queryKey: shortlistQuery(list.pairKind, list.demand.id).queryKey,
      refetchType: 'all',
    });
  const undo = async () => {
    const back = await decisions.undo();
    if (back) open(back);
  };
  const choose = (id: string | undefined) => {
    if (!id) return;
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const compare = () => {
    const ids = [...chosen].slice(0, 4);
    if (ids.length < 2) return choose(current?.supply.id);
    void navigate({
      to: '/compare/$pairKind/$demandId',
      params: { pairKind: list.pairKind, demandId: list.demand.id },
      search: { ids: ids.join(',') },
    });
  };
  const setFilter = (change: { show?: 'open' | 'done'; q?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });

  useShortcuts(
    {
      j: () => walk(1),
      k: () => walk(-1),
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      a: () => void decide('shortlisted'),
      'Shift+A': () => void share(),
      s: () => void decide('on-hold'),
      r: () => setDialog('decline'),
      m: () => setDialog('move'),
      x: () => choose(current?.supply.id),
      c: compare,
      n: () => noteField.current?.focus(),
      z: () => void undo(),
      '/': () => searchField.current?.focus(),
      '?': () => setDialog('keys'),
      Escape: () => setChosen(new Set()),
    },
    dialog === null && !sharing,
  );

  const done = list.entries.filter((row) => stageOf(row) !== 'suggested').length;
  return (
    <div className={styles.desk}>
      <header className={styles.head}>
        <div className={styles.facts}>
          <Link
            to={list.demand.kind === 'project' ? '/projects/$id' : '/needs/$id'}
            params={{ id: list.demand.id }}
          >
            {list.demand.code}
          </Link>
          <span className={styles.pair}>{label('pair-kinds', list.pairKind)}</span>
          <span className={styles.pair}>{say('review.progress', { done, total: list.entries.length })}</span>
          <Link
            to="/shortlist/$pairKind/$demandId"
            params={{ pairKind: list.pairKind, demandId: list.demand.id }}
          >
            {say('reports.shortlist')}
          </Link>
          <AlertButton pairKind={list.pairKind} demandId={list.demand.id} />
        </div>
        <h1 lang="">{list.demand.title}</h1>
        {list.outdated && !isOld && <Alert type="info" showIcon title={say('review.listOutdated')} />}
        {isOld && (
          <Alert
            type="info"
            showIcon
            title={say('matches.newer')}
            action={
              <Button size="small" onClick={refresh}>
                {say('matches.newerShow')}
              </Button>
            }
          />
        )}
      </header>
      <div className={styles.columns} data-open={search.at !== undefined}>
        <section className={styles.left} aria-label={say('review.candidates')}>
          <div className={styles.filter}>
            <Input
              ref={searchField}
              allowClear
              size="small"
              defaultValue={search.q}
              placeholder={say('review.search')}
              aria-label={say('review.search')}
              onChange={(event) => setFilter({ q: event.target.value || undefined })}
              onKeyDown={(event) => {
                if (event.key === 'Escape' || (event.key === 'Enter' && !event.nativeEvent.isComposing))
                  event.currentTarget.blur();
              }}
            />
            <Segmented
              size="small"
              value={search.show ?? 'all'}
              onChange={(value) =>
                setFilter({ show: value === 'all' ? undefined : (value as 'open' | 'done') })
              }
              options={(['all', 'open', 'done'] as const).map((value) => ({
                value,
                label: say(`review.show.${value}`),
              }))}
            />
          </div>
          <div className={styles.median}>
            <span>{say('review.medianOf', { points: pointsText(list.median) })}</span>
            <Button size="small" type="link" onClick={refresh}>
              {say('action.refresh')}
            </Button>
          </div>
          {list.changed && (
            <p className={styles.changed}>
              {say('matches.changed', { ...list.changed, at: moment(list.changed.at) })}
            </p>
          )}
          <CandidateList
            rows={rows}
            list={list}
            current={current?.supply.id}
            chosen={chosen}
            parkCode={parkCode}
            onOpen={open}
            onChoose={choose}
          />
        </section>
        <section className={styles.right} aria-label={say('review.explanation')}>
          {decisions.refused.length > 0 && (
            <Alert
              type="warning"
              closable={{ onClose: decisions.forgetRefused, 'aria-label': say('action.close') }}
              title={say('review.someRefused', { count: decisions.refused.length })}
              description={decisions.refused.map(({ title, detail }) => (
                <div key={title}>{say('review.refusedRow', { title, detail })}</div>
              ))}
            />
          )}
          {current && (
            <CandidatePanel
              list={list}
              row={current}
              count={targets.length}
              note={notes.of(current.supply.id)}
              noteField={noteField}
              onNote={(text) => notes.put(current.supply.id, text)}
              onSaveNote={() => void saveNote()}
              onBack={() => open(undefined)}
              onDecide={(to) => void decide(to)}
              onDecline={() => setDialog('decline')}
              onShare={() => void share()}
              onMove={() => setDialog('move')}
              onUndo={() => void undo()}
              onHelp={() => setDialog('keys')}
              onCompare={chosen.size >= 2 ? compare : undefined}
            />
          )}
        </section>
      </div>
      <DeclineDialog
        pairKind={list.pairKind}
        count={dialog === 'decline' ? targets.length : 0}
        onChoose={(reason) => void decide('declined', reason)}
        onClose={() => setDialog(null)}
      />
      <MoveDialog
        row={dialog === 'move' ? current : undefined}
        onChoose={(to) =>
          to === 'declined' ? setDialog('decline') : void decide(to, undefined, current ? [current] : [])
        }
        onClose={() => setDialog(null)}
      />
      <ShareDialog
        match={sharing}
        onShared={(match) => {
          if (sharing) {
            void decisions.refresh(sharing.supplyId, match.id);
            open(nextOpen(rows, sharing.supplyId)?.supply.id);
          }
          setSharing(undefined);
        }}
        onClose={() => setSharing(undefined)}
      />
      <KeysDialog own={REVIEW_KEYS} open={dialog === 'keys'} onClose={() => setDialog(null)} />
    </div>
  );
}
