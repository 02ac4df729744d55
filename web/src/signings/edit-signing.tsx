import type { SigningView } from '@server/signings/signing.view';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { patch } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { planQuery, plansQuery } from '../targets/queries';
import { useWords } from '../vocabulary/vocabularies';
import { RECORDERS } from './actions';

const STILL_OPEN = new Set(['park-check', 'platform-check', 'returned']);
const WAN = 10_000;

/** What is stated of a signing, until it is confirmed; a change asks for the park's check again. */
export function EditSigning({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { role } = useUser();
  const [isOpen, setOpen] = useState(false);
  if (!RECORDERS.has(role) || signing.voidedAt !== null || !STILL_OPEN.has(signing.state)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('signings.edit')}</Button>
      {isOpen && <Form key={signing.version} signing={signing} onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ signing, onClose }: { signing: SigningView; onClose: () => void }) {
  const { say } = useMessages();
  const { options } = useWords();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const { data: plans = [] } = useQuery(plansQuery);
  const { data: plan } = useQuery({ ...planQuery(plans[0]?.code ?? ''), enabled: plans.length > 0 });
  const [title, setTitle] = useState(signing.title);
  const [activity, setActivity] = useState(signing.activity);
  const [regionOfOrigin, setRegion] = useState(signing.regionOfOrigin);
  const [contractOn, setContractOn] = useState(signing.contractOn ?? '');
  const [ceremonyOn, setCeremonyOn] = useState(signing.ceremonyOn ?? '');
  const [onSite, setOnSite] = useState(signing.onSite);
  const [amounts, setAmounts] = useState<Partial<Record<string, number>>>(signing.amounts);
  const save = () =>
    act(async () => {
      const after = await patch<SigningView>(`/signings/${signing.id}`, signing.version, {
        ...{ title, activity, regionOfOrigin, onSite, amounts },
        contractOn: contractOn || null,
        ceremonyOn: ceremonyOn || null,
      });
      client.setQueryData(['signings', signing.id], after);
      void client.invalidateQueries({ queryKey: ['signings', 'list'] });
      onClose();
    });
  const setAmount = (kind: string, wan: number | null) => {
    const { [kind]: _, ...others } = amounts;
    setAmounts(wan === null ? others : { ...others, [kind]: Math.round(wan * WAN) });
  };
  return (
    <Drawer open title={say('signings.edit')} size="min(620px, 100vw)" onClose={onClose}>
      <p className={layout.hint}>{say('signings.editHint')}</p>
      <div className={layout.grid}>
        <Field label={say('field.name')} wide>
          {(id) => (
            <Input id={id} maxLength={300} value={title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label={say('signing.activity')} wide>
          {(id) => (
            <Select
              id={id}
              allowClear
              value={activity}
              options={plan?.activities.map((one) => ({ value: one.id, label: `${one.number} ${one.name}` }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next?: string) => setActivity(next ?? null)}
            />
          )}
        </Field>
        <Field label={say('signing.region')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              value={regionOfOrigin}
              options={options('regions')}
              onChange={(next?: string) => setRegion((next ?? null) as SigningView['regionOfOrigin'])}
            />
          )}
        </Field>
        <Field label={say('signing.contractOn')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={contractOn}
              onChange={(event) => setContractOn(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('signing.ceremonyOn')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={ceremonyOn}
              onChange={(event) => setCeremonyOn(event.target.value)}
            />
          )}
        </Field>
        {options('amount-kinds').map(({ value, label }) => (
          <Field key={value} label={say('signing.inWan', { kind: label })}>
            {(id) => (
              <InputNumber
                id={id}
                min={0}
                value={amounts[value] === undefined ? null : amounts[value] / WAN}
                onChange={(wan) => setAmount(value, wan)}
              />
            )}
          </Field>
        ))}
        <div className={layout.checks}>
          <Checkbox checked={onSite} onChange={(event) => setOnSite(event.target.checked)}>
            {say('signing.onSite')}
          </Checkbox>
        </div>
      </div>
      <div className={layout.bar}>
        <Button type="primary" loading={isBusy} disabled={title.trim() === ''} onClick={() => void save()}>
          {say('action.save')}
        </Button>
      </div>
    </Drawer>
  );
}
