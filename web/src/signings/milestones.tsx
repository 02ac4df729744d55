import type { MilestoneLevel } from '@server/signings/paper-level';
import type { SigningView } from '@server/signings/signing.view';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { Nothing } from '../ui/nothing';
import { useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { RECORDERS } from './actions';
import { requirementsQuery } from './papers-for';
import styles from './signing.module.css';

const OVER = new Set(['refused', 'revoked']);
/** Proved by the agreement itself, so never recorded as a milestone. */
const BY_PAPER = new Set(['intention', 'framework', 'signed']);

/** What the signing has reached after its contract, each with its day and proof; 落地 is one of these. */
export function Milestones({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const { role } = useUser();
  const [isAdding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<string>();
  const isOpen = RECORDERS.has(role) && signing.voidedAt === null && !OVER.has(signing.state);
  const paper = (id: string) => signing.documents.find((one) => one.id === id);
  return (
    <section className={styles.card}>
      <h2>{say('signings.milestones')}</h2>
      {signing.milestones.length === 0 && <Nothing why={say('signings.noMilestones')} />}
      <ul className={styles.papers}>
        {signing.milestones.map(({ id, level, reachedOn, documentIds, subjectId }) => (
          <li key={id}>
            <strong>{label('levels', level)}</strong>
            <span>{day(reachedOn)}</span>
            {subjectId && (
              <span lang="">{signing.subjects.find((subject) => subject.id === subjectId)?.name}</span>
            )}
            <span>
              {documentIds
                .map((documentId) => label('document-kinds', paper(documentId)?.kind))
                .join(say('list.separator'))}
            </span>
            {isOpen && (
              <Button
                className="no-print"
                size="small"
                type="text"
                aria-label={`${say('signings.withdraw')} ${label('levels', level)}`}
                onClick={() => setWithdrawing(id)}
              >
                {say('signings.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && (
        <Button className="no-print" onClick={() => setAdding(true)}>
          {say('signings.addMilestone')}
        </Button>
      )}
      {isAdding && <AddMilestone signing={signing} onClose={() => setAdding(false)} />}
      {withdrawing && (
        <Withdraw signing={signing} milestone={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </section>
  );
}

/** After an act that changes what is counted, whatever shows counts is asked for anew. */
function useCounted(signing: SigningView) {
  const client = useQueryClient();
  return (after: SigningView) => {
    client.setQueryData(['signings', signing.id], after);
    void client.invalidateQueries({ queryKey: ['plans'] });
    void client.invalidateQueries({ queryKey: ['signings', 'list'] });
  };
}

function AddMilestone({ signing, onClose }: { signing: SigningView; onClose: () => void }) {
  const { say } = useMessages();
  const { label } = useWords();
  const day = useDay();
  const counted = useCounted(signing);
  const { isBusy, act } = useAct();
  const { data: requirements = [] } = useQuery(requirementsQuery(signing));
  const [level, setLevel] = useState<MilestoneLevel>();
  const [reachedOn, setReachedOn] = useState('');
  const [documentIds, setDocumentIds] = useState<string[]>([]);
  const [subjectId, setSubjectId] = useState<string>();
  const levels = requirements.filter((one) => !BY_PAPER.has(one.level));
  const wanting = levels.find((one) => one.level === level)?.missing ?? [];
  const save = () =>
    act(async () => {
      const body = { level, reachedOn, documentIds, subjectId };
      counted(
        await post<SigningView>(`/signings/${signing.id}/milestones`, body, { version: signing.version }),
      );
      onClose();
    });
  return (
    <Modal
      open
      title={say('signings.addMilestone')}
      okText={say('match.record')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: !level || reachedOn === '' || documentIds.length === 0 }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={layout.grid}>
        <Field label={say('signings.reached')}>
          {(id) => (
            <Select
              id={id}
              value={level}
              options={levels.map((one) => ({ value: one.level, label: label('levels', one.level) }))}
              onChange={(next) => setLevel(next)}
            />
          )}
        </Field>
        <Field label={say('signings.reachedOn')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={reachedOn}
              onChange={(event) => setReachedOn(event.target.value)}
            />
          )}
        </Field>
        {signing.subjects.length > 1 && (
          <Field label={say('signings.ofSubject')} hint={say('signings.ofSubjectHint')} wide>
            {(id) => (
              <Select
                id={id}
                allowClear
                value={subjectId}
                options={signing.subjects.map((subject) => ({
                  value: subject.id,
                  label: [subject.line, subject.name].filter(Boolean).join(' '),
                }))}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(next?: string) => setSubjectId(next)}
              />
            )}
          </Field>
        )}
        <fieldset className={styles.proofs}>
          <legend>{say('signings.proof')}</legend>
          <Checkbox.Group
            value={documentIds}
            onChange={setDocumentIds}
            options={signing.documents.map(({ id, kind, datedOn, number }) => ({
              value: id,
              label: [label('document-kinds', kind), day(datedOn), number].filter(Boolean).join(' · '),
            }))}
          />
          {wanting.length > 0 && (
            <small className={layout.hint}>
              {say('signings.addPaperFirst', {
                papers: wanting
                  .map((group) => group.map((kind) => label('document-kinds', kind)).join(say('signing.or')))
                  .join(say('list.separator')),
              })}
            </small>
          )}
        </fieldset>
      </div>
    </Modal>
  );
}

interface WithdrawProps {
  signing: SigningView;
  milestone: string;
  onClose: () => void;
}

function Withdraw({ signing, milestone, onClose }: WithdrawProps) {
  const { say } = useMessages();
  const counted = useCounted(signing);
  const { isBusy, act } = useAct();
  const [reason, setReason] = useState('');
  const withdraw = () =>
    act(async () => {
      const path = `/signings/${signing.id}/milestones/${milestone}/withdraw`;
      counted(await post<SigningView>(path, { reason }, { version: signing.version }));
      onClose();
    });
  return (
    <Modal
      open
      title={say('signings.withdraw')}
      okText={say('signings.withdraw')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p>{say('signings.withdrawHint')}</p>
      <Input.TextArea
        rows={2}
        maxLength={1000}
        aria-label={say('move.why')}
        placeholder={say('move.why')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
