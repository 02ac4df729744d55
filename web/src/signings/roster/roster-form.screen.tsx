import type { PlanView } from '@server/plan/plan.schema';
import type { SigningView } from '@server/signings/signing.view';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { get, post } from '../../api/http';
import { isRequestFailed } from '../../api/problem';
import { useMessages } from '../../i18n/use-messages';
import { Field } from '../../ui/field';
import layout from '../../ui/layout.module.css';
import { parksQuery } from '../../review/queries';
import { useUser } from '../../session/session';
import { plansQuery } from '../../targets/queries';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { useWords } from '../../vocabulary/vocabularies';
import { OrganisationPicker } from '../organisation-picker';
import { PaperFields } from '../paper-fields';
import { EMPTY_ROW, errorsByRow, lineOf, type RosterRow, type RowErrors, rowsOf } from './roster-lines';
import { RosterTable } from './roster-table';
import styles from './roster.module.css';

const NONE: RowErrors = new Map();

interface Head {
  title: string;
  tier: string;
  park?: string;
  partyA?: string;
  partyB?: string;
  activity?: string;
  regionOfOrigin?: string;
  ceremonyOn?: string;
}
type Scan = Parameters<Parameters<typeof PaperFields>[0]['onPaper']>[0];

/** One sealed roster as one signing: its people from a spreadsheet, each refused line with its reason. */
export function RosterFormScreen() {
  const { say } = useMessages();
  const { terms, options } = useWords();
  const { parkIds } = useUser();
  const navigate = useNavigate();
  const { data: parks = [] } = useQuery(parksQuery);
  const { data: plans = [] } = useQuery(plansQuery);
  const [first] = plans;
  const { data: plan } = useQuery({
    queryKey: ['plans', first?.code],
    queryFn: ({ signal }) => get<PlanView>(`/plans/${first?.code}`, { signal }),
    enabled: first !== undefined,
  });
  const [head, setHead] = useState<Head>({ title: '', tier: 'skilled-worker' });
  const [rows, setRows] = useState<readonly RosterRow[]>([]);
  const [pasted, setPasted] = useState('');
  const [scan, setScan] = useState<Scan>();
  const [errors, setErrors] = useState<RowErrors>(NONE);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const set = (next: Partial<Head>) => setHead({ ...head, ...next });
  const needsPark = parkIds.length !== 1;
  const isReady =
    head.title.trim() !== '' && scan !== undefined && rows.length > 0 && (!needsPark || head.park);
  const send = async () => {
    if (!scan) return;
    setBusy(true);
    setFailure(undefined);
    setErrors(NONE);
    const stated = Object.fromEntries(Object.entries(head).filter(([, value]) => value));
    const { kind: _, certifiedAmount: __, ...paper } = scan;
    const lines = rows.map((row) => lineOf(row, terms('skill-levels')));
    try {
      const made = await post<SigningView>('/signings/roster', { ...stated, scan: paper, lines });
      await navigate({ to: '/signings/$id', params: { id: made.id } });
    } catch (error) {
      setFailure(error);
      if (isRequestFailed(error)) setErrors(errorsByRow(error.problem?.errors ?? []));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={say('signings.newRoster')}>
      <div className={layout.stack}>
        <section className={layout.card}>
          <div className={layout.grid}>
            <Field label={say('field.name')} wide>
              {(id) => (
                <Input
                  id={id}
                  maxLength={300}
                  value={head.title}
                  onChange={(event) => set({ title: event.target.value })}
                />
              )}
            </Field>
            <Field label={say('field.tier')}>
              {(id) => (
                <Select
                  id={id}
                  value={head.tier}
                  options={options('talent-tiers')}
                  onChange={(tier) => set({ tier })}
                />
              )}
            </Field>
            {needsPark && (
              <Field label={say('field.park')}>
                {(id) => (
                  <Select
                    id={id}
                    value={head.park}
                    options={parks.map(({ code }) => ({ value: code, label: code }))}
                    onChange={(park) => set({ park })}
                  />
                )}
              </Field>
            )}
            <Field label={say('signing.activity')}>
              {(id) => (
                <Select
                  id={id}
                  allowClear
                  value={head.activity}
                  options={plan?.activities.map((one) => ({
                    value: one.id,
                    label: `${one.number} ${one.name}`,
                  }))}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={(activity?: string) => set({ activity })}
                  popupMatchSelectWidth={false}
                />
              )}
            </Field>
            <Field label={say('signing.region')}>
              {(id) => (
                <Select
                  id={id}
                  allowClear
                  value={head.regionOfOrigin}
                  options={options('regions')}
                  onChange={(regionOfOrigin?: string) => set({ regionOfOrigin })}
                />
              )}
            </Field>
            <Field label={say('signings.sendingBody')}>
              {(id) => (
                <OrganisationPicker id={id} value={head.partyB} onChange={(partyB) => set({ partyB })} />
              )}
            </Field>
          </div>
        </section>
        <section className={layout.card}>
          <h2>{say('signings.rosterScan')}</h2>
          {scan ? (
            <p>
              {say('signings.scanAdded', { day: scan.datedOn })}{' '}
              <Button size="small" type="text" onClick={() => setScan(undefined)}>
                {say('action.remove')}
              </Button>
            </p>
          ) : (
            <PaperFields only="roster" onPaper={setScan} />
          )}
        </section>
        <section className={layout.card}>
          <h2>{say('signings.people', { count: rows.length })}</h2>
          <Field label={say('signings.paste')} hint={say('signings.pasteHint')} wide>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={3}
                className={styles.paste}
                value={pasted}
                onChange={(event) => setPasted(event.target.value)}
              />
            )}
          </Field>
          <div className={layout.bar}>
            <Button
              disabled={pasted.trim() === ''}
              onClick={() => {
                setRows([...rows, ...rowsOf(pasted)]);
                setPasted('');
              }}
            >
              {say('signings.takeOver')}
            </Button>
            <Button onClick={() => setRows([...rows, EMPTY_ROW])}>{say('signings.addPerson')}</Button>
          </div>
          {errors.size > 0 && (
            <Alert type="error" showIcon title={say('signings.rowsWrong', { count: errors.size })} />
          )}
          {rows.length > 0 && (
            <RosterTable
              rows={rows}
              errors={errors}
              onChange={setRows}
              onRemove={(at) => {
                setRows(rows.filter((_, place) => place !== at));
                setErrors(NONE);
              }}
            />
          )}
        </section>
      </div>
      {failure !== undefined && (
        <div className={layout.refusals}>
          <Failure error={failure} />
        </div>
      )}
      <div className={layout.bar}>
        <Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void send()}>
          {say('signing.save')}
        </Button>
        {!isReady && <small className={layout.hint}>{say('signings.rosterNeeds')}</small>}
      </div>
    </Page>
  );
}
