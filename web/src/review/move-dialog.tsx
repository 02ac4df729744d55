import type { MatchView } from '@server/matching/review/match.view';
import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Loaded } from '../ui/loaded';
import { useShortcuts } from '../ui/use-shortcuts';
import type { Row, Stage } from './rows';
import styles from './dialogs.module.css';

interface Props {
  /** The row to move; it has a match, or the dialog stays closed. */
  row: Row | undefined;
  onChoose: (to: Stage) => void;
  onClose: () => void;
}

/** Every stage that the match can go to from here. */
export function MoveDialog({ row, onChoose, onClose }: Props) {
  const { say } = useMessages();
  const id = row?.match?.id;
  const query = useQuery({
    queryKey: ['matches', id],
    queryFn: ({ signal }) => get<MatchView>(`/matches/${id}`, { signal }),
    enabled: Boolean(id),
    staleTime: 0,
  });
  const choices = query.data?.choices ?? [];
  useShortcuts(
    Object.fromEntries(choices.map(({ stage }, at) => [String(at + 1), () => onChoose(stage)])),
    Boolean(id),
  );
  return (
    <Modal
      open={Boolean(id)}
      title={say('review.moveTo')}
      footer={null}
      onCancel={onClose}
      width={420}
      destroyOnHidden
    >
      <Loaded query={query}>
        {(match) => (
          <ul className={styles.reasons}>
            {match.choices.map(({ stage, label }, at) => (
              <li key={stage}>
                <button type="button" onClick={() => onChoose(stage)}>
                  <kbd>{at + 1}</kbd>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Modal>
  );
}
