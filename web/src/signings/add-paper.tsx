import type { PaperInput } from '@server/signings/signing.schema';
import type { SigningView } from '@server/signings/signing.view';
import { useQueryClient } from '@tanstack/react-query';
import { post } from '../api/http';
import { useUser } from '../session/session';
import { RECORDERS } from './actions';
import { PaperFields } from './paper-fields';

/** Another paper for a signing that is recorded. */
export function AddPaper({ signing }: { signing: SigningView }) {
  const client = useQueryClient();
  const { role } = useUser();
  if (!RECORDERS.has(role) || signing.voidedAt !== null) return null;
  const add = async (paper: PaperInput) => {
    client.setQueryData(
      ['signings', signing.id],
      await post<SigningView>(`/signings/${signing.id}/documents`, paper, { version: signing.version }),
    );
  };
  return <PaperFields onPaper={add} />;
}
