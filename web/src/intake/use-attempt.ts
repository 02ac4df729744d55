import { App } from 'antd';
import { useCallback } from 'react';
import { sentenceOf } from '../i18n/sentence-of';
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
        void message.error(sentenceOf(error, say));
        return false;
      }
    },
    [message, say],
  );
}
