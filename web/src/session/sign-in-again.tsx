import { Modal } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { queryClient } from '../api/query-client';
import { useSession } from './session';
import { setSignedOut, useSignedOut } from './signed-out';
import { SignInForm } from './sign-in-form';

/** Asks for the password over the page that was being worked on, so that nothing typed there is lost. */
export function SignInAgain() {
  const { say } = useMessages();
  const { data: session } = useSession();
  const isOpen = useSignedOut();
  const resume = () => {
    setSignedOut(false);
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
