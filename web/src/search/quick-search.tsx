import { useNavigate } from '@tanstack/react-router';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { useSettled } from '../ui/use-settled';
import { foundQuery } from './found';
import { type Hit, placesFor } from './hits';
import styles from './quick-search.module.css';

/** So long nothing more is typed before records are asked for, in ms. */
const PAUSE = 200;

/** Leads to any page, and to any record by its number, a word or the initials of its name; all by keys. */
export function QuickSearch({ onClose }: { onClose: () => void }) {
  const { say } = useMessages();
  const { role } = useUser();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const q = useSettled(typed.trim(), PAUSE);
  const { data: records = [], isFetching } = useQuery({
    ...foundQuery(q, role),
    placeholderData: keepPreviousData,
  });
  const hits: Hit[] = [...placesFor(typed, role, say), ...(typed.trim() === '' ? [] : records)];
  const current = hits[Math.min(at, hits.length - 1)];
  const follow = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate({ href: hit.to });
  };
  const steer = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((Math.min(at, hits.length - 1) + step + hits.length) % Math.max(hits.length, 1));
    }
    if (event.key === 'Enter') follow(current);
  };
  return (
    <Modal open title={say('search.title')} footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <Input
        autoFocus
        allowClear
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="quick-hits"
        aria-activedescendant={current && `hit-${current.to}`}
        aria-label={say('search.what')}
        placeholder={say('search.what')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={steer}
      />
      <ul id="quick-hits" role="listbox" aria-label={say('search.hits')} className={styles.hits}>
        {hits.map((hit) => (
          <li
            key={hit.to}
            id={`hit-${hit.to}`}
            role="option"
            aria-selected={hit === current}
            ref={(line) => {
              if (hit === current) line?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => follow(hit)}
          >
            <small>{hit.code ?? say('search.page')}</small>
            <bdi lang={hit.code && ''}>{hit.label}</bdi>
          </li>
        ))}
      </ul>
      {hits.length === 0 && (
        <p className={styles.none}>{say(isFetching ? 'state.loading' : 'search.none')}</p>
      )}
    </Modal>
  );
}
