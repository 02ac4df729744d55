import type { FactorState } from '@server/identity/second-factor/second-factor.schema';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { SetUpFactorStep } from '../session/set-up-factor-step';
import { Loaded } from '../ui/loaded';
import { useMoment } from '../ui/time';
import styles from './account.module.css';

/** Whether signing in asks for a code too; it is set up and replaced here, and taken away by a manager. */
export function SecondFactor() {
  const { say } = useMessages();
  const moment = useMoment();
  const [isSettingUp, setSettingUp] = useState(false);
  const query = useQuery({
    queryKey: ['session', 'second-factor'],
    queryFn: ({ signal }) => get<FactorState>('/session/second-factor', { signal }),
  });
  const finish = () => {
    setSettingUp(false);
    void query.refetch();
  };
  if (isSettingUp)
    return (
      <div className={styles.narrow}>
        <SetUpFactorStep lead={say('account.factorSetUp')} onDone={finish} />
      </div>
    );
  return (
    <Loaded query={query}>
      {({ since, recoveryCodes }) => (
        <>
          <p>
            {since === null
              ? say('account.factorNone')
              : say('account.factorSince', { since: moment(since), count: recoveryCodes })}
          </p>
          <Button className={styles.begin} onClick={() => setSettingUp(true)}>
            {say(since === null ? 'account.factorBegin' : 'account.factorReplace')}
          </Button>
        </>
      )}
    </Loaded>
  );
}
