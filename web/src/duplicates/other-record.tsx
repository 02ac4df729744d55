import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { type AnyRecord, titleOf } from '../records/kinds';
import layout from '../ui/layout.module.css';
import { useSettled } from '../ui/use-settled';
import { listOf } from './kinds';

/** Any other record to merge with the one at hand, by its code or a part of its text. */
export function OtherRecord({ kind, record }: { kind: DuplicateKind; record: string }) {
  const { say } = useMessages();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 200);
  const { data } = useQuery({
    queryKey: [listOf(kind), 'other', q],
    queryFn: ({ signal }) =>
      get<{ items: AnyRecord[] }>(`/${listOf(kind)}`, { signal, query: { q, limit: 20 } }),
    enabled: q !== '',
  });
  const options = (data?.items ?? [])
    .filter(({ id, mergedInto }) => id !== record && mergedInto === null)
    .map((other) => ({ value: other.id, label: `${other.code} ${titleOf(other)}` }));
  return (
    <div className={layout.bar}>
      <Select
        className={layout.choose}
        aria-label={say('duplicates.other')}
        placeholder={say('duplicates.other')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={options}
        onChange={(from: string) =>
          void navigate({ to: '/duplicates/$kind/$from/$into', params: { kind, from, into: record } })
        }
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
