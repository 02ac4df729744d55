import type { CloseReason } from '@server/taxonomy/need.vocabulary';
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { isRequestFailed } from '../api/problem';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { isStaff, useUser } from '../session/session';
import { useWords } from '../vocabulary/vocabularies';
import { asksIn, type AnyRecord, type Kind } from './kinds';

type Move = AnyRecord['moves'][number];
/** Moves of the park's people; the others belong to whoever may edit the record. */
const OF_THE_PARK = new Set<Move>(['accept', 'publish', 'return', 'decline']);
const EXPLAINED = new Set<Move>(['return', 'decline', 'close']);

/** The steps a record can take from where it stands; returning, declining and closing ask why. */
export function RecordMoves({ kind, record }: { kind: Kind; record: AnyRecord }) {
  const { say } = useMessages();
  const { options } = useWords();
  const { message } = App.useApp();
  const { role } = useUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Move>();
  const [reason, setReason] = useState('');
  const [closeReason, setCloseReason] = useState<CloseReason>();
  const mayDecide = isStaff(role);
  const moves = record.moves.filter((move) => mayDecide || !OF_THE_PARK.has(move));
  const act = async (move: Move, body: object = {}) => {
    try {
      const moved = await post(`/${kind}/${record.id}/${move}`, body, { version: record.version });
      client.setQueryData([kind, record.id], moved);
      setAsking(undefined);
      const [pairKind] = asksIn(kind, record);
      if (move === 'publish' && pairKind)
        void navigate({ to: '/review/$pairKind/$demandId', params: { pairKind, demandId: record.id } });
      await client.invalidateQueries({ queryKey: [kind] });
    } catch (error) {
      void message.error(sentenceOf(error, say));
      if (isRequestFailed(error) && error.isStale)
        await client.invalidateQueries({ queryKey: [kind, record.id] });
    }
  };
  const begin = (move: Move) => (EXPLAINED.has(move) ? setAsking(move) : void act(move));
  const isReady = asking === 'close' ? closeReason !== undefined : reason.trim() !== '';
  return (
    <>
      {moves.map((move) => (
        <Button key={move} type={move === 'publish' ? 'primary' : 'default'} onClick={() => begin(move)}>
          {say(move === 'accept' && record.screening?.acceptedAt ? 'move.takeOver' : `move.${move}`)}
        </Button>
      ))}
      <Modal
        open={asking !== undefined}
        title={asking && say(`move.${asking}`)}
        okText={say('action.confirm')}
        cancelText={say('action.cancel')}
        okButtonProps={{ disabled: !isReady }}
        onOk={() => asking && void act(asking, asking === 'close' ? { closeReason } : { reason })}
        onCancel={() => setAsking(undefined)}
        destroyOnHidden
      >
        {asking === 'close' ? (
          <Select
            style={{ width: '100%' }}
            aria-label={say('move.why')}
            placeholder={say('move.why')}
            value={closeReason}
            options={options('close-reasons')}
            onChange={(value: CloseReason) => setCloseReason(value)}
          />
        ) : (
          <Input.TextArea
            rows={4}
            value={reason}
            aria-label={say('move.why')}
            placeholder={say('move.why')}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Modal>
    </>
  );
}
