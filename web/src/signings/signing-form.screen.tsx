import type { Page as PageOf } from '@server/common/page';
import type { MatchView } from '@server/matching/review/match.view';
import type { PlanSummary, PlanView } from '@server/plan/plan.schema';
import type { ProjectView } from '@server/projects/project.view';
import type { PaperInput } from '@server/signings/signing.schema';
import type { SigningView } from '@server/signings/signing.view';
import type { TalentView } from '@server/talent/talent.view';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { fieldErrorsOf, isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';
import { parksQuery } from '../review/queries';
import { useUser } from '../session/session';
import { Failure } from '../ui/failure';
import { Page } from '../ui/page';
import { useDay } from '../ui/time';
import { useSettled } from '../ui/use-settled';
import { useWords } from '../vocabulary/vocabularies';
import formStyles from '../ui/form.module.css';
import { PaperFields } from './paper-fields';
import { KnownSignings } from './known-signings';
import { OrganisationPicker } from './organisation-picker';
import { signingRequest, type SigningDraft, kindOfMatch, subjectOf } from './signing-draft';
import styles from './signing.module.css';

const route = getRouteApi('/shell/signings/new');

/** A name is looked up when the writer rests. */
const REST_MS = 400;

/** A signing of a match, or a direct one; its papers decide its level. */
export function SigningFormScreen() {
  const { say } = useMessages();
  const words = useWords();
  const day = useDay();
  const user = useUser();
  const navigate = useNavigate();
  const { match: matchId, activity, day: ceremonyOn } = route.useSearch();
  const [form] = Form.useForm<SigningDraft>();
  const kind = Form.useWatch('kind', form);
  const chosenActivity = Form.useWatch('activity', form);
  const named = {
    project: Form.useWatch('project', form),
    talent: Form.useWatch('talent', form),
    establishment: useSettled(Form.useWatch('establishment', form) ?? '', REST_MS) || undefined,
    partyB: Form.useWatch('partyB', form),
  };
  const [papers, setPapers] = useState<PaperInput[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { data: parks = [] } = useQuery(parksQuery);
  const { data: plan } = useQuery({
    queryKey: ['plans', 'first'],
    queryFn: async ({ signal }) => {
      const [first] = await get<PlanSummary[]>('/plans', { signal });
      return first ? get<PlanView>(`/plans/${first.code}`, { signal }) : null;
    },
  });
  const { data: match } = useQuery({
    queryKey: ['matches', matchId],
    queryFn: ({ signal }) => get<MatchView>(`/matches/${matchId}`, { signal }),
    enabled: Boolean(matchId),
  });
  if (matchId && !match) return null;
  const save = async () => {
    setFailure(undefined);
    let draft: SigningDraft;
    try {
      draft = await form.validateFields();
    } catch {
      return;
    }
    setBusy(true);
    try {
      const made = await post<SigningView>('/signings', signingRequest(draft, papers, matchId));
      await navigate({ to: '/signings/$id', params: { id: made.id } });
    } catch (error) {
      setFailure(error);
      if (isRequestFailed(error))
        form.setFields(
          fieldErrorsOf(error).map(({ path, detail }) => ({ name: path as never, errors: [detail] })),
        );
    } finally {
      setBusy(false);
    }
  };
  const required = [{ required: true, message: say('form.required') }];
  return (
    <Page title={say('signing.new')}>
      <Form<SigningDraft>
        form={form}
        layout="vertical"
        className={formStyles.form}
        initialValues={{
          kind: match ? kindOfMatch(match) : 'project',
          title: match?.supply && match.demand ? `${match.demand.title} — ${match.supply.title}` : undefined,
          activity,
          ceremonyOn,
          onSite: activity !== undefined,
        }}
      >
        <Form.Item name="title" label={say('field.name')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <div className={formStyles.grid}>
          <Form.Item name="kind" label={say('field.kind')} rules={required}>
            <Select disabled={Boolean(match)} options={words.options('signing-kinds')} />
          </Form.Item>
          {!match && (kind === 'alliance' || kind === 'base' || kind === 'cooperation') && (
            <Form.Item
              name="establishment"
              label={say('signing.establishment')}
              rules={kind === 'cooperation' ? undefined : required}
            >
              <Input maxLength={200} />
            </Form.Item>
          )}
          {!match && kind === 'project' && (
            <Finder
              name="project"
              label={say('nav.projects')}
              path="/projects"
              titleOf={(found) => (found as ProjectView).title}
            />
          )}
          {!match && kind === 'talent' && (
            <Finder
              name="talent"
              label={say('nav.talents')}
              path="/talents"
              titleOf={(found) => (found as TalentView).name ?? (found as TalentView).headline}
            />
          )}
          {!match && user.parkIds.length !== 1 && (
            <Form.Item name="park" label={say('field.park')} rules={required}>
              <Select options={parks.map(({ code }) => ({ value: code, label: code }))} />
            </Form.Item>
          )}
          {!match && (
            <Form.Item name="partyA" label={say('signing.partyA')}>
              <OrganisationPicker />
            </Form.Item>
          )}
          <Form.Item
            name="partyB"
            label={say('signing.partyB')}
            extra={!match && kind === 'enterprise' ? say('signings.enterpriseHint') : undefined}
            rules={!match && kind === 'enterprise' ? required : undefined}
          >
            <OrganisationPicker />
          </Form.Item>
          <Form.Item
            name="activity"
            label={say('signing.activity')}
            extra={chosenActivity ? undefined : say('signings.activityHint')}
          >
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={plan?.activities.map(({ id, number, name }) => ({
                value: id,
                label: `${number} ${name}`,
              }))}
              popupMatchSelectWidth={false}
            />
          </Form.Item>
          <Form.Item name="regionOfOrigin" label={say('signing.region')}>
            <Select allowClear options={words.options('regions')} />
          </Form.Item>
          <Form.Item name="contractOn" label={say('signing.contractOn')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="ceremonyOn" label={say('signing.ceremonyOn')}>
            <Input type="date" />
          </Form.Item>
          {words.options('amount-kinds').map(({ value, label }) => (
            <Form.Item key={value} name={['amounts', value]} label={say('signing.inWan', { kind: label })}>
              <InputNumber min={0} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="onSite" valuePropName="checked">
          <Checkbox>{say('signing.onSite')}</Checkbox>
        </Form.Item>
        <KnownSignings subject={match ? { match: matchId } : subjectOf(kind, named)} />
        <section className={styles.form}>
          <h2>{say('signing.papers')}</h2>
          <ul className={styles.papers}>
            {papers.map((paper) => (
              <li key={paper.attachment}>
                <span>{words.label('document-kinds', paper.kind)}</span>
                <span>{day(paper.datedOn)}</span>
                <span lang="">{paper.number}</span>
                <span>
                  {paper.particulars
                    .map((code) => words.label('particulars', code))
                    .join(say('list.separator'))}
                </span>
                <Button
                  size="small"
                  type="text"
                  onClick={() => setPapers(papers.filter((other) => other !== paper))}
                >
                  {say('action.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <PaperFields onPaper={(paper) => setPapers([...papers, paper])} />
          {failure !== undefined && <Failure error={failure} />}
        </section>
        <div className={formStyles.actions}>
          <Button type="primary" loading={isBusy} disabled={papers.length === 0} onClick={() => void save()}>
            {say('signing.save')}
          </Button>
          {papers.length === 0 && <span>{say('signing.paperFirst')}</span>}
        </div>
      </Form>
    </Page>
  );
}

interface FinderProps {
  name: keyof SigningDraft;
  label: string;
  path: string;
  titleOf: (found: unknown) => string;
}

/** Finds one record by a part of its name. */
function Finder({ name, label, path, titleOf }: FinderProps) {
  const { say } = useMessages();
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['finder', path, q],
    queryFn: ({ signal }) =>
      get<PageOf<{ id: string }>>(path, { signal, query: { q: q || undefined, limit: 20 } }),
    placeholderData: (before) => before,
  });
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: say('form.required') }]}>
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={data?.items.map((found) => ({ value: found.id, label: titleOf(found) }))}
        popupMatchSelectWidth={false}
      />
    </Form.Item>
  );
}
