import { Modal } from 'antd';
import type { MessageKey } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';
import styles from './dialogs.module.css';

const KEYS: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['J', 'K'], 'keys.walk'],
  [['A'], 'keys.shortlist'],
  [['Shift', 'A'], 'keys.share'],
  [['S'], 'keys.hold'],
  [['R', '1–9'], 'keys.decline'],
  [['M'], 'keys.move'],
  [['X'], 'keys.choose'],
  [['C'], 'keys.compare'],
  [['N'], 'keys.note'],
  [['Z'], 'keys.undo'],
  [['/'], 'keys.search'],
  [['?'], 'keys.help'],
];

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say } = useMessages();
  return (
    <Modal open={open} title={say('keys.title')} footer={null} onCancel={onClose} width={400} destroyOnHidden>
      <div className={styles.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={what} style={{ display: 'contents' }}>
            <span>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
            <span>{say(what)}</span>
          </div>
        ))}
      </div>
    </Modal>
  );
}
