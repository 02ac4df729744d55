import { App } from 'antd';
import { useState } from 'react';
import { isRequestFailed } from '../api/problem';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';

/** Runs one act at a time; a refusal is said and answered with false, so that what was typed stays. */
export function useAct(): { isBusy: boolean; act: (work: () => Promise<unknown>) => Promise<boolean> } {
  const { say } = useMessages();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      if (!isRequestFailed(error)) throw error;
      const details = (error.problem?.errors ?? []).map(({ detail }) => detail);
      void message.error([sentenceOf(error, say), ...new Set(details)].join(' '));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, act };
}
