import type { Page as PageOf } from '@server/common/page';
import type { NeedView } from '@server/needs/need.view';
import type { OrganisationView } from '@server/organisations/organisation.schema';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { get, post } from '../api/http';
import { fieldErrorsOf, isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { Failure } from '../ui/failure';
import { Page } from '../ui/page';
import { useWords } from '../vocabulary/vocabularies';
import { asksIn } from './kinds';
import { HiringFields } from './hiring-fields';
import { type Draft, dropDraft, keepDraft, readDraft, requestOf, titleFromText } from './need-draft';
import { TechnologyFields } from './technology-fields';
import styles from './need-form.module.css';

const route = getRouteApi('/shell/needs/new');
const CRITERIA = {
  technology: ['budget', 'trl', 'mode', 'city'],
  hiring: ['education', 'degree', 'field', 'skillLevel', 'title', 'years', 'city', 'engagement', 'pay'],
} as const;

/** A new need, kept in this browser while it is typed. */
export function NeedFormScreen() {
  const { say } = useMessages();
  const words = useWords();
  const user = useUser();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const search = route.useSearch();
  const [form] = Form.useForm<Draft>();
  const [kept] = useState(() => readDraft(user.id));
  const kind = Form.useWatch('kind', form) ?? search.kind ?? kept?.kind ?? 'technology';
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isEnterprise = user.role === 'enterprise';
  const { data: parks = [] } = useQuery(parksQuery);
  useEffect(() => {
    if (kept) void message.info(say('need.draftFound'));
  }, []);

  const fillTitle = () => {
    const text = form.getFieldValue('text') as string | undefined;
    if (text && !form.getFieldValue('title')) form.setFieldValue('title', titleFromText(text));
  };
  const send = async (move: 'submit' | 'publish' | null) => {
    setFailure(undefined);
    try {
      await form.validateFields();
    } catch {
      return;
    }
    setBusy(true);
    try {
      const made = await post<NeedView>('/needs', requestOf(form.getFieldsValue(true) as Draft));
      dropDraft(user.id);
      client.setQueryData(['needs', made.id], made);
      if (move) {
        const moved = await post<NeedView>(`/needs/${made.id}/${move}`, undefined, { version: made.version });
        client.setQueryData(['needs', made.id], moved);
      }
      void client.invalidateQueries({ queryKey: ['needs', 'list'] });
      const [pairKind] = asksIn('needs', made);
      if (move === 'publish' && pairKind)
        await navigate({ to: '/review/$pairKind/$demandId', params: { pairKind, demandId: made.id } });
      else await navigate({ to: '/needs/$id', params: { id: made.id } });
    } catch (error) {
      setFailure(error);
      if (isRequestFailed(error)) {
        form.setFields(
          fieldErrorsOf(error).map(({ path, detail }) => ({ name: path as never, errors: [detail] })),
        );
      }
    } finally {
      setBusy(false);
    }
  };
  const required = { required: true, message: say('form.required') };
  return (
    <Page title={say('need.new')}>
      <Form<Draft>
        form={form}
        layout="vertical"
        className={styles.form}
        initialValues={{
          kind,
          confidentiality: 'public',
          hiring: { headcount: 1, engagement: ['full-time'] },
          ...kept,
          ...(search.kind && { kind: search.kind }),
        }}
        onValuesChange={() => keepDraft(user.id, form.getFieldsValue(true) as Draft)}
        scrollToFirstError
      >
        <Form.Item name="kind" label={say('field.kind')}>
          <Segmented options={words.options('need-kinds')} />
        </Form.Item>
        <Form.Item name="text" label={say('need.text')} rules={[required]} extra={say('need.textHint')}>
          <Input.TextArea className={styles.text} rows={6} maxLength={20_000} onBlur={fillTitle} />
        </Form.Item>
        <Form.Item name="title" label={say('field.name')} rules={[required]}>
          <Input maxLength={500} />
        </Form.Item>
        <div className={styles.grid}>
          {!isEnterprise && <OrganisationField />}
          {(isEnterprise || user.parkIds.length !== 1) && (
            <Form.Item name="park" label={say('field.park')} rules={[required]}>
              <Select options={parks.map(({ code }) => ({ value: code, label: code }))} />
            </Form.Item>
          )}
          <Form.Item name="tags" label={say('field.tags')}>
            <Select
              mode="multiple"
              options={words.options('industry-tags')}
              showSearch={{ optionFilterProp: 'label' }}
              maxCount={50}
            />
          </Form.Item>
          <Form.Item name="confidentiality" label={say('field.confidentiality')}>
            <Select options={words.options('confidentialities')} />
          </Form.Item>
          <Form.Item name="expiresOn" label={say('field.expiresOn')}>
            <Input type="date" />
          </Form.Item>
        </div>
        {kind === 'hiring' ? <HiringFields /> : <TechnologyFields />}
        <Form.Item name="must" label={say('field.must')} extra={say('need.mustHint')}>
          <Select
            mode="multiple"
            options={words
              .options('criteria')
              .filter(({ value }) => (CRITERIA[kind] as readonly string[]).includes(value))}
          />
        </Form.Item>
        {failure !== undefined && <Failure error={failure} />}
        <div className={styles.actions}>
          <Button
            type="primary"
            loading={isBusy}
            onClick={() => void send(isEnterprise ? 'submit' : 'publish')}
          >
            {say(isEnterprise ? 'need.submit' : 'need.publish')}
          </Button>
          <Button disabled={isBusy} onClick={() => void send(null)}>
            {say('need.saveDraft')}
          </Button>
          <span>{say('need.kept')}</span>
        </div>
      </Form>
    </Page>
  );
}

/** Finds the enterprise by a part of its name. */
function OrganisationField() {
  const { say } = useMessages();
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['organisations', q],
    queryFn: ({ signal }) =>
      get<PageOf<OrganisationView>>('/organisations', { signal, query: { q: q || undefined, limit: 20 } }),
    placeholderData: (before) => before,
  });
  return (
    <Form.Item
      name="organisation"
      label={say('field.organisation')}
      rules={[{ required: true, message: say('form.required') }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={data?.items.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
