import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useMessages } from '../i18n/use-messages';
import { queryClient } from '../api/query-client';
import { sessionQuery, useSession } from './session';
import { signedInAgain, useSignedOut } from './signed-out';
import { SignInForm } from './sign-in-form';

/** Asks for the password over the page that was being worked on: nothing typed there is lost, and what was being sent is sent. */
export function SignInAgain() {
  const { say } = useMessages();
  const { data: session } = useSession();
  const isOpen = useSignedOut();
  const owner = useRef<string>(undefined);
  useEffect(() => {
    if (!isOpen) owner.current = session?.user.id;
  }, [isOpen, session]);
  const resume = () => {
    signedInAgain(queryClient.getQueryData(sessionQuery.queryKey)?.user.id === owner.current);
    void queryClient.invalidateQueries();
  };
  return (
    <Modal
      open={isOpen}
      title={say('signIn.again')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={400}
      destroyOnHidden
    >
      <p>{say('signIn.againWhy')}</p>
      <SignInForm login={session?.user.login} onSignedIn={resume} />
    </Modal>
  );
}
