import type { MatchView } from '@server/matching/review/match.view';
import type { SharePreview } from '@server/matching/sharing/share-preview';
import { useQuery } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import { Loaded } from '../ui/loaded';
import { AnonymousCard } from './anonymous-card';
import styles from './dialogs.module.css';

interface Props {
  match: Pick<MatchView, 'id' | 'version'> | undefined;
  onShared: (match: MatchView) => void;
  onClose: () => void;
}

/** Shows exactly what the enterprise will receive, and sends it. */
export function ShareDialog({ match, onShared, onClose }: Props) {
  const { say } = useMessages();
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const id = match?.id;
  const preview = useQuery({
    queryKey: ['share-preview', id],
    queryFn: ({ signal }) => get<SharePreview>(`/matches/${id}/share-preview`, { signal }),
    enabled: Boolean(id),
    staleTime: 0,
  });
  const isHeld = Boolean(preview.data?.protection);
  const close = () => {
    setFailure(undefined);
    onClose();
  };
  const share = async () => {
    if (!match) return;
    setBusy(true);
    setFailure(undefined);
    try {
      onShared(await post<MatchView>(`/matches/${match.id}/share`, undefined, { version: match.version }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={Boolean(id)}
      title={say('share.title')}
      okText={say('share.send')}
      cancelText={say('action.cancel')}
      okButtonProps={{ disabled: !preview.data || isHeld, loading: isBusy, autoFocus: true }}
      onOk={() => void share()}
      onCancel={close}
      width={560}
      destroyOnHidden
    >
      <div className={styles.share}>
        {failure !== undefined && <Failure error={failure} />}
        <Loaded query={preview}>
          {({ organisation, view, protection }) => (
            <>
              <p>{say('share.to', { organisation: organisation.name })}</p>
              {protection && <Alert type="warning" showIcon title={say('share.protected', protection)} />}
              <AnonymousCard view={view} />
              <p className={styles.hint}>{say('share.hint')}</p>
            </>
          )}
        </Loaded>
      </div>
    </Modal>
  );
}
