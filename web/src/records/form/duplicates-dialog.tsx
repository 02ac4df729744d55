import type { DuplicateView } from '@server/matching/duplicates/duplicate.schema';
import { Modal } from 'antd';
import { useMessages } from '../../i18n/use-messages';
import { StatusTag } from '../status-tag';
import styles from '../../ui/form.module.css';

interface Props {
  items: DuplicateView['items'];
  onPublish: () => void;
  onClose: () => void;
}

/** Before something is published that says what another record says already. */
export function DuplicatesDialog({ items, onPublish, onClose }: Props) {
  const { say } = useMessages();
  return (
    <Modal
      open={items.length > 0}
      title={say('records.duplicates', { count: items.length })}
      okText={say('records.publishAnyway')}
      cancelText={say('records.back')}
      onOk={onPublish}
      onCancel={onClose}
      destroyOnHidden
    >
      <DuplicateList items={items} />
    </Modal>
  );
}

/** The records, each opening beside the form that is being written. */
export function DuplicateList({ items }: Pick<Props, 'items'>) {
  const { say } = useMessages();
  return (
    <ul className={styles.duplicates}>
      {items.map(({ record, status, likeness }) => (
        <li key={record.id}>
          <a
            href={`/${record.kind === 'need' ? 'needs' : 'projects'}/${record.id}`}
            target="_blank"
            rel="noreferrer"
            lang=""
          >
            {record.title}
          </a>
          <span>
            {record.code} <StatusTag status={status} /> {say('records.likeness', { likeness })}
          </span>
        </li>
      ))}
    </ul>
  );
}
