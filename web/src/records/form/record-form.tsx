import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Progress, Select } from 'antd';
import { useEffect } from 'react';
import { useMessages } from '../../i18n/use-messages';
import { parksQuery } from '../../review/queries';
import { useUser } from '../../session/session';
import { Failure } from '../../ui/failure';
import { Page } from '../../ui/page';
import { useWords } from '../../vocabulary/vocabularies';
import { asksIn, type AnyRecord, type Kind, titleOf } from '../kinds';
import { ConflictDialog } from './conflict-dialog';
import { Day } from './choice';
import type { Draft } from './drafts';
import { DuplicatesDialog } from './duplicates-dialog';
import { NearDuplicates } from './near-duplicates';
import { NeedFields, NeedKind } from './need-fields';
import { OrganisationField } from './organisation-field';
import { Prefill } from './prefill';
import { ProjectFields } from './project-fields';
import { TagField } from './tag-field';
import { TalentFields, TalentPerson } from './talent-fields';
import { useSave } from './use-save';
import styles from '../../ui/form.module.css';

const STAFF = new Set(['manager', 'park-lead', 'officer']);
const TEXT_LENGTH = 20_000;

interface Props {
  kind: Kind;
  /** The record that is edited; a new one without it. */
  record?: AnyRecord;
  /** What a new one begins with. */
  initial?: Draft;
}

/** A need, project or profile as it is written: kept in this browser with every key, whatever happens to the network. */
export function RecordForm({ kind, record, initial = {} }: Props) {
  const { say } = useMessages();
  const { message } = App.useApp();
  const user = useUser();
  const navigate = useNavigate();
  const [form] = Form.useForm<Draft>();
  const save = useSave(kind, record, initial, form);
  const isStaff = STAFF.has(user.role);
  const isNew = record === undefined;
  useEffect(() => {
    if (save.isResumed) void message.info(say('need.draftFound'));
    // Where publishing leads to is fetched while the writer writes.
    void import('../../review/review.screen');
  }, []);

  const leave = async (saved: AnyRecord, move: 'submit' | 'publish' | null) => {
    const [pairKind] = asksIn(kind, saved);
    if (move === 'publish' && pairKind)
      await navigate({ to: '/review/$pairKind/$demandId', params: { pairKind, demandId: saved.id } });
    else await navigate({ to: `/${kind}/$id`, params: { id: saved.id } });
  };
  const send = async (move: 'submit' | 'publish' | null, isSure = false) => {
    const saved = await save.save(move, isSure);
    if (saved) await leave(saved, move);
  };
  const publish = isStaff ? 'publish' : 'submit';
  const canPublish = isNew || record.moves.includes(publish);
  return (
    <Page title={isNew ? say(`records.new.${kind}`) : say('records.editing', { title: titleOf(record) })}>
      <Form<Draft>
        form={form}
        layout="vertical"
        className={styles.form}
        initialValues={save.initialValues}
        onValuesChange={save.keep}
        scrollToFirstError
      >
        {kind === 'needs' && <NeedKind isNew={isNew} />}
        {kind === 'talents' && <TalentPerson isNew={isNew} />}
        <TextFields kind={kind} isNew={isNew} onFilled={save.keep} />
        <PlaceFields kind={kind} record={record} onAccepted={save.keep} />
        <OwnFields kind={kind} />
        <NearDuplicates kind={kind} except={save.storedId} />
        {save.failure !== undefined && <Failure error={save.failure} />}
        {save.isBusy && (
          <Progress percent={100} showInfo={false} status="active" aria-label={say('records.saving')} />
        )}
        <div className={styles.actions}>
          {canPublish && (
            <Button type="primary" loading={save.isBusy} onClick={() => void send(publish)}>
              {say(isStaff ? (kind === 'talents' ? 'records.publish' : 'need.publish') : 'need.submit')}
            </Button>
          )}
          <Button
            type={canPublish ? 'default' : 'primary'}
            disabled={save.isBusy}
            onClick={() => void send(null)}
          >
            {say(isNew ? 'need.saveDraft' : 'action.save')}
          </Button>
          {save.isKept && (
            <Button type="text" disabled={save.isBusy} onClick={save.discard}>
              {say('records.discard')}
            </Button>
          )}
          <span>{say('need.kept')}</span>
        </div>
      </Form>
      <DuplicatesDialog
        items={save.duplicates}
        onPublish={() => void send(publish, true)}
        onClose={save.forgetDuplicates}
      />
      <ConflictDialog
        conflict={save.conflict}
        isBusy={save.isBusy}
        onResolve={(yielded) => {
          save.resolve(yielded);
          void send(null);
        }}
        onClose={save.forgetConflict}
      />
    </Page>
  );
}

function TextFields({ kind, isNew, onFilled }: { kind: Kind; isNew: boolean; onFilled: () => void }) {
  const { say } = useMessages();
  const required = [{ required: true, message: say('form.required') }];
  return (
    <>
      <Form.Item
        name="text"
        label={say(kind === 'needs' ? 'need.text' : kind === 'talents' ? 'record.biography' : 'record.text')}
        rules={required}
        extra={kind === 'needs' ? say('records.textHint') : undefined}
      >
        <Input.TextArea className={styles.text} rows={6} maxLength={TEXT_LENGTH} />
      </Form.Item>
      {kind === 'needs' && <Prefill isNew={isNew} onFilled={onFilled} />}
      {kind === 'talents' ? (
        <Form.Item name="headline" label={say('records.headline')} extra={say('records.headlineHint')}>
          <Input maxLength={500} />
        </Form.Item>
      ) : (
        <Form.Item name="title" label={say('field.name')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
      )}
    </>
  );
}

interface PlaceProps extends Pick<Props, 'kind' | 'record'> {
  onAccepted: () => void;
}

/** Whose the record is, where it belongs and who may read it. */
function PlaceFields({ kind, record, onAccepted }: PlaceProps) {
  const { say } = useMessages();
  const { options } = useWords();
  const user = useUser();
  const { data: parks = [] } = useQuery(parksQuery);
  const isStaff = STAFF.has(user.role);
  const mine = user.role === 'manager' ? parks : parks.filter(({ id }) => user.parkIds.includes(id));
  const choices = isStaff ? mine : parks;
  const isParkNeeded = user.role !== 'manager';
  return (
    <>
      <div className={styles.grid}>
        {kind !== 'talents' && isStaff && (
          <OrganisationField
            isRequired={kind === 'needs'}
            stated={record && 'organisation' in record ? record.organisation : null}
          />
        )}
        {(!isStaff || choices.length !== 1) && (
          <Form.Item
            name="park"
            label={say('field.park')}
            rules={isParkNeeded ? [{ required: true, message: say('form.required') }] : undefined}
          >
            <Select
              allowClear={!isParkNeeded}
              options={choices.map(({ code }) => ({ value: code, label: code }))}
            />
          </Form.Item>
        )}
        {kind !== 'talents' && (
          <Form.Item name="confidentiality" label={say('field.confidentiality')}>
            <Select options={options('confidentialities')} />
          </Form.Item>
        )}
        <Day name="expiresOn" says="field.expiresOn" />
      </div>
      <TagField suggests={isStaff || user.role === 'enterprise'} onAccepted={onAccepted} />
      <Form.Item
        name="publicSummary"
        label={say('records.publicSummary')}
        extra={say('records.publicSummaryHint')}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  );
}

function OwnFields({ kind }: { kind: Kind }) {
  const form = Form.useFormInstance<Draft>();
  const needKind = Form.useWatch('kind', { form, preserve: true }) ?? 'technology';
  if (kind === 'projects') return <ProjectFields />;
  return kind === 'talents' ? <TalentFields /> : <NeedFields kind={needKind} />;
}
