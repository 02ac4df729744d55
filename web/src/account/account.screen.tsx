import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Facts } from '../ui/facts';
import layout from '../ui/layout.module.css';
import { Page } from '../ui/page';
import { useDay } from '../ui/time';
import styles from './account.module.css';
import { PasswordForm } from './password-form';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';

/** One's own account, whoever one is: name, password, second factor, where one is signed in. */
export function AccountScreen() {
  const { say } = useMessages();
  const day = useDay();
  const user = useUser();
  return (
    <Page
      title={say('account.title')}
      actions={
        <Link to="/notices" search={{ tab: 'how' }}>
          <Button tabIndex={-1}>{say('notices.how')}</Button>
        </Link>
      }
    >
      <div className={layout.stack}>
        <section className={layout.card}>
          <Facts
            facts={[
              [say('signIn.login'), user.login],
              [say('account.name'), user.name],
              [say('account.role'), say(`role.${user.role}`)],
              [say('account.until'), day(user.expiresOn)],
            ]}
          />
        </section>
        <div className={styles.columns}>
          <section className={layout.card}>
            <h2>{say('settings.password')}</h2>
            <PasswordForm />
          </section>
          <section className={layout.card}>
            <h2>{say('account.factor')}</h2>
            <SecondFactor />
          </section>
        </div>
        <section>
          <h3>{say('setup.sessions')}</h3>
          <Sessions />
        </section>
      </div>
    </Page>
  );
}
