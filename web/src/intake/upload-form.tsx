import { TableOutlined } from '@ant-design/icons';
import type { ImportView } from '@server/intake/imports/import.schema';
import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { FileField } from '../ui/file-field';
import { useAct } from '../ui/use-act';
import { KINDS, type Kind } from './kinds';
import { PasteField, usePastedTable } from './paste-field';
import { cellsOf, fileOf, isTable } from './pasted-table';
import styles from './intake.module.css';

/** Sends a list: what it is, whose park's, and the file, or the table that was pasted. */
export function UploadForm({ kind, onKind }: { kind: Kind; onKind: (kind: Kind) => void }) {
  const { say } = useMessages();
  const { role, parkIds } = useUser();
  const { data: parks = [] } = useQuery(parksQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { act } = useAct();
  const [file, setFile] = useState<File>();
  /** Undefined: nobody pastes. */
  const [text, setText] = useState<string>();
  const rows = useMemo(() => cellsOf(text ?? ''), [text]);
  const paste = useCallback((pasted: string | undefined) => {
    setText(pasted);
    if (pasted !== undefined) setFile(undefined);
  }, []);
  usePastedTable(paste);
  const [park, setPark] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const own = role === 'manager' ? parks : parks.filter(({ id }) => parkIds.includes(id));
  const mustChoose = role !== 'manager' && own.length > 1;
  const list = file ?? (isTable(rows) ? fileOf(rows, say('intake.pastedName')) : undefined);
  const send = async () => {
    if (!list) return;
    setBusy(true);
    const form = new FormData();
    form.append('kind', kind);
    if (park !== undefined) form.append('park', park);
    form.append('file', list);
    await act(async () => {
      const sent = await post<ImportView>('/imports', form);
      client.setQueryData(['imports', sent.id], sent);
      await client.invalidateQueries({ queryKey: ['imports'], exact: true });
      await navigate({ to: '/imports/$id', params: { id: sent.id } });
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
          onChoose={(chosen) => {
            setFile(chosen);
            setText(undefined);
          }}
        />
        <Button
          icon={<TableOutlined aria-hidden />}
          aria-expanded={text !== undefined}
          onClick={() => paste(text === undefined ? '' : undefined)}
        >
          {say('intake.paste')}
        </Button>
        <Button
          type="primary"
          loading={isBusy}
          disabled={!list || (mustChoose && park === undefined)}
          onClick={() => void send()}
        >
          {say('intake.upload')}
        </Button>
      </div>
      {text !== undefined && <PasteField text={text} rows={rows} onText={paste} />}
      <p className={styles.hint}>{say('intake.hint')}</p>
      <a href={`/api/v1/imports/templates/${kind}`} download>
        {say('intake.template', { kind: say(`intake.kind.${kind}`) })}
      </a>
    </section>
  );
}
