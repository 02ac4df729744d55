import type { WrittenNote } from '@server/matching/notes/note.schema';
import type { DecisionsView } from '@server/matching/review/match.view';
import type { MatchView } from '@server/matching/review/match.view';
import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { get, post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { shortlistQuery } from './queries';
import { useCardTitle } from './card-title';
import { decisionOf, type Row, type Step, withMatch } from './rows';

interface Done {
  supplyId: string;
  matchId: string;
  version: number;
}

export interface Refused {
  title: string;
  detail: string;
}

const brief = ({ id, code, stage, version }: MatchView): NonNullable<Row['match']> => ({
  id,
  code,
  stage,
  version,
});

/** Decides on rows of one shortlist: shown at once, put back when the server refuses, taken back with undo. */
export function useDecisions(list: ShortlistView, rows: readonly Row[], filter: string) {
  const { say } = useMessages();
  const titleOf = useCardTitle();
  const { message } = App.useApp();
  const client = useQueryClient();
  const undoable = useRef<Done[][]>([]);
  const [refused, setRefused] = useState<Refused[]>([]);
  const key = shortlistQuery(list.pairKind, list.demand.id).queryKey;

  const put = (supplyId: string, match: Row['match']) =>
    client.setQueryData<ShortlistView>(key, (now) => now && withMatch(now, supplyId, match));

  const tell = (error: unknown) => void message.error(sentenceOf(error, say));

  /** @returns the matches that were decided, in the order of `targets`; undefined where one was refused. */
  async function decide(targets: readonly Row[], step: Step): Promise<(MatchView | undefined)[]> {
    const items = targets.map((row) => decisionOf(list, rows, row, step, filter));
    for (const { supply, match } of targets) {
      put(supply.id, { id: '', code: '', version: 0, ...match, stage: step.to });
    }
    try {
      const answer = await post<DecisionsView>('/matches/decisions', { items });
      const results = targets.map((_, index) => answer.items.find((item) => item.index === index));
      const done: Done[] = [];
      const failures: Refused[] = [];
      targets.forEach(({ supply, match }, index) => {
        const result = results[index];
        if (result?.match) {
          put(supply.id, brief(result.match));
          done.push({ supplyId: supply.id, matchId: result.match.id, version: result.match.version });
        } else {
          put(supply.id, match);
          failures.push({
            title: titleOf(supply),
            detail: result?.problem?.detail ?? say('problem.unknown'),
          });
        }
      });
      if (done.length > 0) undoable.current.push(done);
      if (failures.length === 1 && targets.length === 1) void message.error(failures[0]?.detail);
      setRefused(targets.length > 1 ? failures : []);
      return results.map((result) => result?.match);
    } catch (error) {
      for (const { supply, match } of targets) put(supply.id, match);
      tell(error);
      return targets.map(() => undefined);
    }
  }

  /** Keeps a note on a row without deciding. @returns false when it was not kept; why is told */
  async function note({ supply }: Row, text: string): Promise<boolean> {
    const pair = { pairKind: list.pairKind, demandId: list.demand.id, supplyId: supply.id };
    try {
      const { match } = await post<WrittenNote>('/matches/notes', { ...pair, note: text });
      put(supply.id, brief(match));
      void message.success(say('matches.noteSaved'));
      return true;
    } catch (error) {
      const why = sentenceOf(error, say);
      void message.error(say('matches.noteFailed', { why }));
      return false;
    }
  }

  /** Takes back the last decision, all rows of it. @returns the row to look at. */
  async function undo(): Promise<string | undefined> {
    const last = undoable.current.pop();
    if (!last) {
      void message.info(say('review.nothingToUndo'));
      return undefined;
    }
    for (const { supplyId, matchId, version } of last) {
      try {
        put(supplyId, brief(await post<MatchView>(`/matches/${matchId}/undo`, undefined, { version })));
      } catch (error) {
        tell(error);
      }
    }
    void message.success(say('review.undone', { count: last.length }));
    return last[0]?.supplyId;
  }

  /** Fetches a row's match anew, after another command or another person moved it. */
  async function refresh(supplyId: string, matchId: string): Promise<void> {
    put(supplyId, brief(await get<MatchView>(`/matches/${matchId}`)));
  }

  return { decide, note, undo, refresh, refused, forgetRefused: () => setRefused([]) };
}
