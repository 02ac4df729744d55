import type { MatchView } from '@server/matching/review/match.view';
import type { DeclineReason } from '@server/taxonomy/reason.vocabulary';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { DeclineDialog } from '../review/decline-dialog';
import { useCardTitle } from '../review/card-title';
import type { Stage } from '../review/rows';

const SHARE = 'share';

interface Props {
  match: MatchView;
  onMoved: (match: MatchView) => void;
  /** Sharing too stands in the menu where it is possible and somebody takes it up. */
  onShare?: () => void;
  size?: 'small';
}

/** Every move that the reader may make with a match; a refusal says why. */
export function MoveMenu({ match, onMoved, onShare, size }: Props) {
  const { say } = useMessages();
  const titleOf = useCardTitle();
  const { message } = App.useApp();
  const [needsReason, setNeedsReason] = useState<Stage>();
  const move = async (to: Stage, reason?: DeclineReason) => {
    setNeedsReason(undefined);
    try {
      onMoved(await post<MatchView>(`/matches/${match.id}/move`, { to, reason }, { version: match.version }));
    } catch (error) {
      void message.error(sentenceOf(error, say));
    }
  };
  const isShareable = match.canShare && onShare !== undefined;
  if (match.choices.length === 0) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(isShareable ? [{ key: SHARE, label: say('review.do.share') }] : []),
            ...match.choices.map(({ stage, label }) => ({ key: stage, label })),
          ],
          onClick: ({ key }) => {
            if (key === SHARE) return onShare?.();
            const choice = match.choices.find(({ stage }) => stage === key);
            if (choice?.needsReason) setNeedsReason(choice.stage);
            else if (choice) void move(choice.stage);
          },
        }}
      >
        <Button
          size={size}
          type={size ? 'text' : 'default'}
          aria-label={say('board.moveOf', { title: match.supply ? titleOf(match.supply) : match.code })}
        >
          {say('review.do.move')}
        </Button>
      </Dropdown>
      <DeclineDialog
        pairKind={match.pairKind}
        count={needsReason ? 1 : 0}
        onChoose={(reason) => needsReason && void move(needsReason, reason)}
        onClose={() => setNeedsReason(undefined)}
      />
    </>
  );
}
