import type { FollowUpView } from '@server/events/follow-ups/follow-up.schema';
import { Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { type Column, DataTable } from '../ui/data-table';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { dayOf, useDay } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { followUpsQuery } from './queries';
import styles from './events.module.css';

/** 回访: of one session, or of all. */
export function FollowUps({ session }: { session?: string }) {
  const { say } = useMessages();
  const { label } = useWords();
  const { role } = useUser();
  const day = useDay();
  const query = useQuery(followUpsQuery(session));
  const [answered, setAnswered] = useState<FollowUpView>();
  const today = dayOf(new Date());
  const columns: Column<FollowUpView>[] = [
    {
      key: 'dueOn',
      title: say('events.dueOn'),
      width: 150,
      render: ({ dueOn, doneAt, afterDays }) => (
        <span className={doneAt === null && dueOn < today ? styles.late : undefined}>
          {say('events.due', { day: day(dueOn), after: afterDays })}
        </span>
      ),
    },
    {
      key: 'pair',
      title: say('events.talk'),
      render: ({ host, visitor, strength, nextStep }) => (
        <span lang="">
          {`${host} × ${visitor}`}{' '}
          <small>{[label('talk-strengths', strength), nextStep].filter(Boolean).join(' ')}</small>
        </span>
      ),
    },
    {
      key: 'session',
      title: say('events.session'),
      width: 200,
      render: ({ session: { id, title } }) => (
        <Link to="/events/$id" params={{ id }} search={{ tab: 'follow-ups' }} lang="">
          {title}
        </Link>
      ),
    },
    {
      key: 'outcome',
      title: say('events.outcome'),
      width: 220,
      render: (followUp) => (
        <>
          <span lang="">
            {[label('follow-up-outcomes', followUp.outcome), followUp.note].filter(Boolean).join(' ')}
          </span>{' '}
          {role !== 'auditor' && (
            <Button size="small" onClick={() => setAnswered(followUp)}>
              {say(followUp.outcome ? 'events.answerAgain' : 'events.answer')}
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <Nothing why={say('events.noFollowUps')} />
          ) : (
            <DataTable name={say('events.followUps')} columns={columns} rows={items} />
          )}
          {answered && <AnswerDialog followUp={answered} onClose={() => setAnswered(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function AnswerDialog({ followUp, onClose }: { followUp: FollowUpView; onClose: () => void }) {
  const { say } = useMessages();
  const { label } = useWords();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [outcome, setOutcome] = useState<string>(followUp.outcome ?? followUp.outcomes[0] ?? '');
  const [note, setNote] = useState(followUp.note ?? '');
  const save = async () => {
    const isDone = await act(async () => {
      await post(`/follow-ups/${followUp.id}/answer`, { outcome, note: note.trim() || undefined });
      await client.invalidateQueries({ queryKey: ['events'] });
    });
    if (isDone) onClose();
  };
  return (
    <Modal
      open
      title={say('events.talkOf', { host: followUp.host, visitor: followUp.visitor })}
      okText={say('action.save')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: outcome === 'ended' && note.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Field label={say('events.outcome')} wide>
        {(id) => (
          <Segmented
            id={id}
            value={outcome}
            options={followUp.outcomes.map((code) => ({
              value: code,
              label: label('follow-up-outcomes', code),
            }))}
            onChange={setOutcome}
            vertical
          />
        )}
      </Field>
      <Field
        label={say('events.note')}
        hint={outcome === 'ended' ? say('events.endNeedsReason') : undefined}
        wide
      >
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
