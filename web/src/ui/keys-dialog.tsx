import { Modal } from 'antd';
import { Fragment } from 'react';
import type { MessageKey } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';
import styles from './keys-dialog.module.css';

export type Keys = readonly (readonly [keys: readonly string[], what: MessageKey])[];

/** Work on every page. */
const EVERYWHERE: Keys = [
  [['Ctrl', 'K'], 'search.title'],
  [['/'], 'keys.search'],
  [['?'], 'keys.help'],
];

interface Props {
  /** Those of the page that is open. */
  own?: Keys;
  open: boolean;
  onClose: () => void;
}

/** What the keyboard can do here. */
export function KeysDialog({ own = [], open, onClose }: Props) {
  const { say } = useMessages();
  return (
    <Modal open={open} title={say('keys.title')} footer={null} onCancel={onClose} width={400} destroyOnHidden>
      <div className={styles.keys}>
        {[...own, ...EVERYWHERE].map(([keys, what]) => (
          <Fragment key={what}>
            <span>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
            <span>{say(what)}</span>
          </Fragment>
        ))}
      </div>
    </Modal>
  );
}
