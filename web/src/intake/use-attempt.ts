import { App } from 'antd';
import { useCallback } from 'react';
import { isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';

/** Runs a request and shows its refusal; answers whether it was done. */
export function useAttempt(): (work: () => Promise<unknown>) => Promise<boolean> {
  const { message } = App.useApp();
  const { say } = useMessages();
  return useCallback(
    async (work) => {
      try {
        await work();
        return true;
      } catch (error) {
        const isSaid = isRequestFailed(error) && !error.isOffline;
        void message.error(isSaid ? error.message : say('problem.offline'));
        return false;
      }
    },
    [message, say],
  );
}
