import { FilterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import styles from './filters.module.css';

interface Props {
  /** Always in sight. */
  search?: ReactNode;
  /** How many of the others are set. */
  set: number;
  children: ReactNode;
}

/** What a list is narrowed by; on a telephone all but the search is folded away behind a button. */
export function Filters({ search, set, children }: Props) {
  const { say } = useMessages();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={`${styles.filters} no-print`} role="search">
      {search}
      <Button
        className={styles.toggle}
        icon={<FilterOutlined />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {say('list.filters', { count: set })}
      </Button>
      <div id={id} className={styles.rest} data-open={isOpen}>
        {children}
      </div>
    </div>
  );
}
