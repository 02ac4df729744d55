import type { DuplicateView } from '@server/matching/duplicates/duplicate.schema';
import { useQueryClient } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { get, patch, post } from '../../api/http';
import { fieldErrorsOf, isRequestFailed } from '../../api/problem';
import { useUser } from '../../session/session';
import type { AnyRecord, Kind } from '../kinds';
import { type Clash, clashesOf, merged } from './conflicts';
import { changesOf, type Draft, draftOf, requestOf } from './drafts';
import { duplicatesQuery } from './duplicates';
import { draftKey, dropDraft, keepDraft, readDraft } from './kept-draft';

/** Two people changed the record at once: what differs, and what theirs is now. */
export interface Conflict {
  clashes: readonly Clash[];
  theirs: AnyRecord;
}

/** What is typed rests on: the record and the form's content when typing began. */
interface Ground {
  base: Draft;
  version: number | undefined;
  /** The record as it is stored; none while a new one was not saved yet. */
  made: AnyRecord | undefined;
}

const BEGINNING: Record<Kind, Draft> = {
  needs: {
    kind: 'technology',
    confidentiality: 'public',
    hiring: { headcount: 1, engagement: ['full-time'] },
  },
  projects: { confidentiality: 'public' },
  talents: { tier: 'professional', engagement: ['full-time'] },
};

/** Keeps, checks and sends what is written; typed text stays in the form and in this browser until the server has it. */
export function useSave(
  kind: Kind,
  record: AnyRecord | undefined,
  initial: Draft,
  form: FormInstance<Draft>,
) {
  const client = useQueryClient();
  const key = draftKey(useUser().id, kind, record?.id);
  const [kept] = useState(() => readDraft(key));
  const current = record ? draftOf(kind, record) : undefined;
  // A ref: resolving a conflict and saving follow each other without a new drawing between them.
  const ground = useRef<Ground>({
    base: kept?.base ?? current ?? {},
    version: kept?.version ?? record?.version,
    made: record,
  });
  const [isKept, setKept] = useState(kept !== undefined);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [duplicates, setDuplicates] = useState<DuplicateView['items']>([]);
  const [conflict, setConflict] = useState<Conflict>();
  const fields = () => form.getFieldsValue(true) as Draft;
  const beginning = current ?? { ...BEGINNING[kind], ...initial };

  const standOn = (stored: AnyRecord): Ground => ({
    base: draftOf(kind, stored),
    version: stored.version,
    made: stored,
  });

  const keep = () => {
    const { base, version } = ground.current;
    keepDraft(key, { fields: fields(), ...(record && { base, version }) });
    setKept(true);
  };
  const discard = () => {
    dropDraft(key);
    setKept(false);
    if (current && record) ground.current = standOn(record);
    form.resetFields();
    form.setFieldsValue({ ...blank(fields()), ...beginning });
  };

  async function findDuplicates(draft: Draft): Promise<DuplicateView['items']> {
    if (kind === 'talents') return [];
    const { title = '', text = '' } = draft as { title?: string; text?: string };
    const request = {
      kind: kind === 'needs' ? 'need' : 'project',
      title,
      text,
      except: ground.current.made?.id,
    } as const;
    // A warning is worth having, never worth waiting for: without an answer the record is published all the same.
    return client.fetchQuery(duplicatesQuery(request)).then(
      ({ items }) => items,
      () => [],
    );
  }

  async function store(draft: Draft): Promise<AnyRecord> {
    const { base, version, made } = ground.current;
    if (!made) return post<AnyRecord>(`/${kind}`, requestOf(draft));
    const changes = changesOf(base, draft);
    return Object.keys(changes).length === 0 && made.version === version
      ? made
      : patch<AnyRecord>(`/${kind}/${made.id}`, version ?? made.version, changes);
  }

  async function clash(): Promise<void> {
    const { base, made } = ground.current;
    if (!made) return;
    const theirs = await get<AnyRecord>(`/${kind}/${made.id}`);
    setConflict({ theirs, clashes: clashesOf(base, fields(), draftOf(kind, theirs)) });
  }

  /** @returns the record as it is stored and moved; undefined when something is left for the writer to do. */
  async function save(move: 'submit' | 'publish' | null, isSure: boolean): Promise<AnyRecord | undefined> {
    setFailure(undefined);
    setDuplicates([]);
    if (!(await form.validateFields().then(Boolean, () => false))) return undefined;
    setBusy(true);
    try {
      const near = move === null || isSure ? [] : await findDuplicates(fields());
      if (near.length > 0) {
        setDuplicates(near);
        return undefined;
      }
      let saved = await store(fields());
      ground.current = standOn(saved);
      if (move)
        saved = await post<AnyRecord>(`/${kind}/${saved.id}/${move}`, undefined, { version: saved.version });
      dropDraft(key);
      client.setQueryData([kind, saved.id], saved);
      void client.invalidateQueries({ queryKey: [kind, 'list'] });
      return saved;
    } catch (error) {
      if (isRequestFailed(error) && error.isStale) await clash().catch(setFailure);
      else tell(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  function tell(error: unknown): void {
    setFailure(error);
    if (!isRequestFailed(error)) return;
    const remarks = fieldErrorsOf(error);
    form.setFields(remarks.map(({ path, detail }) => ({ name: path as never, errors: [detail] })));
  }

  /** Lays what was written over their version; in `yielded` fields theirs stands. */
  function resolve(yielded: ReadonlySet<string>): void {
    if (!conflict) return;
    const theirs = draftOf(kind, conflict.theirs);
    const both = merged(ground.current.base, fields(), theirs, yielded);
    form.setFieldsValue({ ...blank(fields()), ...both });
    ground.current = standOn(conflict.theirs);
    setConflict(undefined);
    keepDraft(key, { fields: both, base: theirs, version: conflict.theirs.version });
  }

  return {
    storedId: ground.current.made?.id,
    initialValues: kept?.fields ?? beginning,
    isResumed: kept !== undefined,
    isKept,
    isBusy,
    failure,
    duplicates,
    conflict,
    keep,
    discard,
    save,
    resolve,
    forgetDuplicates: () => setDuplicates([]),
    forgetConflict: () => setConflict(undefined),
  };
}

/** Every field emptied: the form keeps what it is not told about. */
const blank = (fields: Draft): Draft =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, undefined]));
