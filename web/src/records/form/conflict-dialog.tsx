import type { OrganisationView } from '@server/organisations/organisation.schema';
import { useQuery } from '@tanstack/react-query';
import { Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { get } from '../../api/http';
import { useMessages } from '../../i18n/use-messages';
import { useFieldWords } from './field-words';
import type { Conflict } from './use-save';
import styles from '../../ui/form.module.css';

interface Props {
  conflict: Conflict | undefined;
  isBusy: boolean;
  /** With the fields in which theirs stands. */
  onResolve: (yielded: ReadonlySet<string>) => void;
  onClose: () => void;
}

/** Somebody saved the record in the meantime: what both changed is chosen field by field, everything else is kept of both. */
export function ConflictDialog({ conflict, isBusy, onResolve, onClose }: Props) {
  const { say } = useMessages();
  const { nameOf } = useFieldWords();
  const [yielded, setYielded] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setYielded(new Set()), [conflict]);
  const choose = (field: string, whose: 'mine' | 'theirs') => {
    const next = new Set(yielded);
    if (whose === 'theirs') next.add(field);
    else next.delete(field);
    setYielded(next);
  };
  const clashes = conflict?.clashes ?? [];
  return (
    <Modal
      open={conflict !== undefined}
      title={say('records.conflict')}
      okText={say('records.saveMerged')}
      cancelText={say('records.back')}
      confirmLoading={isBusy}
      onOk={() => onResolve(yielded)}
      onCancel={onClose}
      width={680}
      destroyOnHidden
    >
      <p>{say(clashes.length > 0 ? 'records.conflictWhy' : 'records.conflictNone')}</p>
      <ul className={styles.clashes}>
        {clashes.map(({ field, mine, theirs }) => (
          <li key={field}>
            <h3>{nameOf(field)}</h3>
            <Radio.Group
              aria-label={nameOf(field)}
              value={yielded.has(field) ? 'theirs' : 'mine'}
              onChange={(event) => choose(field, event.target.value as 'mine' | 'theirs')}
            >
              <Radio value="mine">
                <strong>{say('records.mine')}</strong> <Stated field={field} value={mine} />
              </Radio>
              <Radio value="theirs">
                <strong>{say('records.theirs')}</strong> <Stated field={field} value={theirs} />
              </Radio>
            </Radio.Group>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** What one of the two put into a field; an organisation by its name, which is asked for. */
function Stated({ field, value }: { field: string; value: unknown }) {
  const { wordsOf } = useFieldWords();
  const isOrganisation = field === 'organisation' && typeof value === 'string';
  const { data } = useQuery({
    queryKey: ['organisations', value],
    queryFn: ({ signal }) => get<OrganisationView>(`/organisations/${String(value)}`, { signal }),
    enabled: isOrganisation,
  });
  return <span lang="">{isOrganisation ? data?.name : wordsOf(field, value)}</span>;
}
