import type { DeclineReason } from '@server/taxonomy/reason.vocabulary';
import { Modal } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useShortcuts } from '../ui/use-shortcuts';
import { useWords } from '../vocabulary/vocabularies';
import { reasonsFor } from './reasons';
import styles from './dialogs.module.css';

interface Props {
  pairKind: string;
  /** How many rows the reason is for; none closes the dialog. */
  count: number;
  /** Whose reasons; everybody's unless given. */
  side?: string;
  onChoose: (reason: DeclineReason) => void;
  onClose: () => void;
}

/** Why a candidate does not fit: one click, or one of the keys 1 to 9. */
export function DeclineDialog({ pairKind, count, side, onChoose, onClose }: Props) {
  const { say, locale } = useMessages();
  const { terms } = useWords();
  const reasons = reasonsFor(pairKind, terms('decline-reasons'), terms('reason-families'), { locale, side });
  const keys = Object.fromEntries(
    reasons.flatMap(({ key, code }) => (key ? [[key, () => onChoose(code)]] : [])),
  );
  useShortcuts(keys, count > 0);
  return (
    <Modal
      open={count > 0}
      title={say('review.declineWhy', { count })}
      footer={null}
      onCancel={onClose}
      width={520}
      destroyOnHidden
    >
      <ul className={styles.reasons}>
        {reasons.map(({ code, label, key }) => (
          <li key={code}>
            <button type="button" onClick={() => onChoose(code)}>
              {key ? <kbd>{key}</kbd> : <span className={styles.noKey} />}
              {label}
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
