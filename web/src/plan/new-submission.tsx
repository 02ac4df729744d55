import type { SubmissionView } from '@server/plan/submissions/submission.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useMoment } from '../ui/time';
import { Field } from '../ui/field';
import { useAct } from '../ui/use-act';
import layout from '../ui/layout.module.css';

interface Props {
  plan: string;
  last: SubmissionView | undefined;
}

const zone = '+08:00';

/** Signs and freezes what stands at a cut-off; nothing of it changes afterwards. */
export function NewSubmission({ plan, last }: Props) {
  const { say } = useMessages();
  const moment = useMoment();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [isOpen, setOpen] = useState(false);
  const [period, setPeriod] = useState('');
  const [cutOff, setCutOff] = useState('');
  const [note, setNote] = useState('');
  const freeze = () =>
    act(async () => {
      await post(`/plans/${plan}/submissions`, {
        period: period.trim(),
        cutOff: cutOff === '' ? new Date().toISOString() : `${cutOff}:00${zone}`,
        note: note.trim() || undefined,
      });
      await client.invalidateQueries({ queryKey: ['plans', plan, 'submissions'] });
      setOpen(false);
      setPeriod('');
      setNote('');
    });
  return (
    <div className={layout.bar}>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('plan.newSubmission')}
      </Button>
      <Modal
        open={isOpen}
        title={say('plan.newSubmission')}
        okText={say('plan.freeze')}
        cancelText={say('action.cancel')}
        confirmLoading={isBusy}
        okButtonProps={{ disabled: period.trim() === '' }}
        onOk={() => void freeze()}
        onCancel={() => setOpen(false)}
      >
        <div className={layout.grid}>
          <Field label={say('plan.period')} hint={say('plan.periodHint')}>
            {(id) => (
              <Input
                id={id}
                maxLength={50}
                value={period}
                onChange={(event) => setPeriod(event.target.value)}
              />
            )}
          </Field>
          <Field
            label={say('plan.cutOff')}
            hint={last ? say('plan.cutOffAfter', { at: moment(last.cutOff) }) : say('plan.cutOffHint')}
          >
            {(id) => (
              <Input
                id={id}
                type="datetime-local"
                value={cutOff}
                onChange={(event) => setCutOff(event.target.value)}
              />
            )}
          </Field>
          <Field label={say('signing.note')} wide>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={2}
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </div>
        <p className={layout.hint}>{say('plan.freezeHint')}</p>
      </Modal>
    </div>
  );
}
