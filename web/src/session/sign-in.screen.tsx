import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import { LanguageSwitch } from '../app/language-switch';
import { ThemeSwitch } from '../app/theme-switch';
import { useMessages } from '../i18n/use-messages';
import { IdentityProvider } from './identity-provider';
import { useSession } from './session';
import { signedInAgain } from './signed-out';
import { SignInForm } from './sign-in-form';
import styles from './sign-in.module.css';

const route = getRouteApi('/sign-in');

export function SignInScreen() {
  const { say } = useMessages();
  const { to, failed } = route.useSearch();
  const { data: session } = useSession();
  const sayFailure = (code: string) =>
    say(code === 'AUTH.OIDC_UNKNOWN' ? 'session.unknown' : 'session.refused');
  const navigate = useNavigate();
  const enter = () => {
    signedInAgain(false);
    void navigate({ href: to ?? '/', replace: true });
  };
  return (
    <div className={styles.page}>
      <header className={styles.corner}>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className={styles.panel}>
        <img src="/mark.svg" alt="" width={40} height={40} />
        <h1>{say('app.name')}</h1>
        <p className={styles.lead}>{say('app.lead')}</p>
        {failed && (
          <Alert type="error" title={sayFailure(failed)} showIcon role="alert" className={styles.failed} />
        )}
        <SignInForm onSignedIn={enter} />
        {!session?.pending && <IdentityProvider to={to ?? '/'} />}
      </main>
    </div>
  );
}
