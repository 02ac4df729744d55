import type { Page as PageOf } from '@server/common/page';
import type { MatchView } from '@server/matching/review/match.view';
import { Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Segmented } from 'antd';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { get, post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { MoveMenu } from '../match/move-menu';
import { pointsText } from '../review/bars';
import type { Stage } from '../review/rows';
import { useCardTitle } from '../review/card-title';
import { ShareDialog } from '../review/share-dialog';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { useWords } from '../vocabulary/vocabularies';
import { COLUMNS, columnsOf, landingOf } from './columns';
import styles from './board.module.css';

const LIMIT = 200;
const key = (side: string) => ['matches', 'board', side];

/** Every match that is being worked on, a column for each stage. */
export function BoardScreen() {
  const { say } = useMessages();
  const [side, setSide] = useState<'demand' | 'supply'>('demand');
  const query = useQuery({
    queryKey: key(side),
    queryFn: ({ signal }) =>
      get<PageOf<MatchView>>('/matches', { signal, query: { stage: COLUMNS, side, limit: LIMIT } }),
  });
  return (
    <Page
      title={say('nav.board')}
      actions={
        <Segmented
          value={side}
          onChange={setSide}
          options={(['demand', 'supply'] as const).map((value) => ({ value, label: say(`board.${value}`) }))}
        />
      }
    >
      <Loaded query={query}>{({ items }) => <Board matches={items} side={side} />}</Loaded>
    </Page>
  );
}

function Board({ matches, side }: { matches: readonly MatchView[]; side: string }) {
  const { say } = useMessages();
  const titleOf = useCardTitle();
  const { label } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [dragged, setDragged] = useState<MatchView>();
  const [sharing, setSharing] = useState<MatchView>();
  // A card that was moved by its menu stands in another column now: the focus goes along.
  const [followed, setFollowed] = useState<string>();
  const board = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (followed) board.current?.querySelector<HTMLElement>(`[data-match="${followed}"] button`)?.focus();
    setFollowed(undefined);
  }, [followed]);
  const keep = (moved: MatchView) => {
    client.setQueryData<PageOf<MatchView>>(
      key(side),
      (page) =>
        page && { ...page, items: page.items.map((match) => (match.id === moved.id ? moved : match)) },
    );
    void client.invalidateQueries({ queryKey: ['matches', moved.id] });
  };
  const refusalOf = (match: MatchView, to: Stage) =>
    say('board.refused', { from: match.label, to: label('match-stages', to) });
  const possibleFrom = ({ choices, label: from }: MatchView) =>
    choices.length === 0
      ? say('matches.notYours')
      : say('matches.noSuchMove', {
          from,
          choices: choices.map((choice) => choice.label).join(say('list.separator')),
        });
  const drop = async (to: Stage) => {
    const match = dragged;
    setDragged(undefined);
    if (!match || match.stage === to) return;
    const landing = landingOf(match, to);
    if (landing === 'share') return setSharing(match);
    if (landing === 'refused')
      return void message.warning(`${refusalOf(match, to)} ${possibleFrom(match)}`, 6);
    keep({ ...match, stage: to });
    try {
      keep(await post<MatchView>(`/matches/${match.id}/move`, { to }, { version: match.version }));
    } catch (error) {
      keep(match);
      void message.error(sentenceOf(error, say));
    }
  };
  return (
    <div ref={board} className={styles.board} tabIndex={0} role="region" aria-label={say('nav.board')}>
      {columnsOf(matches).map(({ stage, cards }) => (
        <section
          key={stage}
          className={styles.column}
          data-open={dragged ? landingOf(dragged, stage) !== 'refused' : undefined}
          onDragOver={(event: DragEvent) => event.preventDefault()}
          onDrop={() => void drop(stage)}
        >
          <h2>
            {label('match-stages', stage)} <small>{cards.length}</small>
          </h2>
          <ul>
            {cards.map((match) => (
              <li
                key={match.id}
                className={styles.card}
                data-match={match.id}
                draggable={match.choices.length > 0}
                onDragStart={() => setDragged(match)}
                onDragEnd={() => setDragged(undefined)}
              >
                <Link to="/matches/$id" params={{ id: match.id }} lang="" draggable={false}>
                  {match.supply ? titleOf(match.supply) : match.code}
                </Link>
                <p lang="">{match.demand?.title}</p>
                <footer>
                  <span>
                    {match.score !== null && <strong>{pointsText(match.score)}</strong>}
                    <span>{label('pair-kinds', match.pairKind)}</span>
                  </span>
                  <MoveMenu
                    match={match}
                    size="small"
                    onShare={() => setSharing(match)}
                    onMoved={(moved) => {
                      keep(moved);
                      setFollowed(moved.id);
                    }}
                  />
                </footer>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ShareDialog
        match={sharing}
        onClose={() => setSharing(undefined)}
        onShared={(match) => {
          setSharing(undefined);
          keep(match);
        }}
      />
    </div>
  );
}
