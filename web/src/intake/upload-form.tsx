import type { ImportView } from '@server/intake/imports/import.schema';
import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { FileField } from '../ui/file-field';
import { useAct } from '../ui/use-act';
import { KINDS, type Kind } from './kinds';
import styles from './intake.module.css';

/** Sends a list: what it is, whose park's, and the file. */
export function UploadForm({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const { say } = useMessages();
  const { role, parkIds } = useUser();
  const { data: parks = [] } = useQuery(parksQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { act } = useAct();
  const [file, setFile] = useState<File>();
  const [park, setPark] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const own = role === 'manager' ? parks : parks.filter(({ id }) => parkIds.includes(id));
  const mustChoose = role !== 'manager' && own.length > 1;
  const send = async () => {
    if (!file) return;
    setBusy(true);
    const form = new FormData();
    form.append('kind', kind);
    if (park !== undefined) form.append('park', park);
    form.append('file', file);
    await act(async () => {
      const list = await post<ImportView>('/imports', form);
      client.setQueryData(['imports', list.id], list);
      await client.invalidateQueries({ queryKey: ['imports'], exact: true });
      await navigate({ to: '/imports/$id', params: { id: list.id } });
    });
    setBusy(false);
  };
  return (
    <section className={styles.card} aria-label={say('intake.send')}>
      <div className={styles.fields}>
        <label>
          {say('intake.kind')}
          <Select
            aria-label={say('intake.kind')}
            value={kind}
            options={KINDS.map((value) => ({ value, label: say(`intake.kind.${value}`) }))}
            onChange={onKind}
            popupMatchSelectWidth={false}
          />
        </label>
        {(mustChoose || role === 'manager') && (
          <label>
            {say('field.park')}
            <Select
              allowClear={role === 'manager'}
              aria-label={say('field.park')}
              placeholder={role === 'manager' ? say('intake.noPark') : undefined}
              value={park}
              options={own.map(({ code, name }) => ({
                value: code,
                label: name === code ? code : `${code} ${name}`,
              }))}
              onChange={setPark}
              popupMatchSelectWidth={false}
            />
          </label>
        )}
        <FileField
          label={say('intake.file')}
          accept=".xlsx,.csv,.txt,.xls,.docx,.pdf,.zip"
          file={file}
          onChoose={setFile}
        />
        <Button
          type="primary"
          loading={isBusy}
          disabled={!file || (mustChoose && park === undefined)}
          onClick={() => void send()}
        >
          {say('intake.upload')}
        </Button>
      </div>
      <p className={styles.hint}>{say('intake.hint')}</p>
      <a href={`/api/v1/imports/templates/${kind}`} download>
        {say('intake.template', { kind: say(`intake.kind.${kind}`) })}
      </a>
    </section>
  );
}
