import type { Page as PageOf } from '@server/common/page';
import type { OrganisationView } from '@server/organisations/organisation.schema';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Select, Checkbox } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { useSettled } from '../ui/use-settled';
import { useWords } from '../vocabulary/vocabularies';

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
}

/** An organisation by a part of its name, or a new one. */
export function OrganisationPicker({ id, value, onChange }: Props) {
  const { say } = useMessages();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 200);
  const [made, setMade] = useState<OrganisationView>();
  const [isAdding, setAdding] = useState(false);
  const { data } = useQuery({
    queryKey: ['organisations', q],
    queryFn: ({ signal }) =>
      get<PageOf<OrganisationView>>('/organisations', { signal, query: { q: q || undefined, limit: 20 } }),
    placeholderData: (before) => before,
  });
  const found = (data?.items ?? []).filter((one) => one.id !== made?.id);
  return (
    <>
      <Select
        id={id}
        allowClear
        value={value}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={[...(made ? [made] : []), ...found].map((one) => ({
          value: one.id,
          label: one.keyEnterprise ? `${one.name} · ${say('plan.where.keyEnterprise')}` : one.name,
        }))}
        notFoundContent={
          <Button size="small" onClick={() => setAdding(true)}>
            {say('signings.newOrganisation')}
          </Button>
        }
        onChange={(chosen?: string) => onChange?.(chosen)}
        popupMatchSelectWidth={false}
      />
      <Button size="small" type="link" onClick={() => setAdding(true)}>
        {say('signings.newOrganisation')}
      </Button>
      {isAdding && (
        <NewOrganisation
          name={typed}
          onMade={(organisation) => {
            setMade(organisation);
            onChange?.(organisation.id);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

interface NewProps {
  name: string;
  onMade: (organisation: OrganisationView) => void;
  onClose: () => void;
}

function NewOrganisation({ name: typed, onMade, onClose }: NewProps) {
  const { say } = useMessages();
  const { options } = useWords();
  const { isBusy, act } = useAct();
  const [name, setName] = useState(typed);
  const [kind, setKind] = useState('enterprise');
  const [uscc, setUscc] = useState('');
  const [region, setRegion] = useState<string>();
  const [keyEnterprise, setKey] = useState(false);
  const save = () =>
    act(async () => {
      onMade(
        await post<OrganisationView>('/organisations', {
          ...{ name, kind, region, keyEnterprise },
          uscc: uscc.trim() || undefined,
        }),
      );
      onClose();
    });
  return (
    <Modal
      open
      title={say('signings.newOrganisation')}
      okText={say('plan.add')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={layout.grid}>
        <Field label={say('field.name')} wide>
          {(id) => (
            <Input id={id} maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={say('field.kind')}>
          {(id) => <Select id={id} value={kind} options={options('organisation-kinds')} onChange={setKind} />}
        </Field>
        <Field label={say('signings.line.uscc')}>
          {(id) => (
            <Input id={id} maxLength={40} value={uscc} onChange={(event) => setUscc(event.target.value)} />
          )}
        </Field>
        <Field label={say('signing.region')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              value={region}
              options={options('regions')}
              onChange={(next?: string) => setRegion(next)}
            />
          )}
        </Field>
        <div className={layout.checks}>
          <Checkbox checked={keyEnterprise} onChange={(event) => setKey(event.target.checked)}>
            {say('plan.where.keyEnterprise')}
          </Checkbox>
        </div>
      </div>
    </Modal>
  );
}
