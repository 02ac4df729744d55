import { Alert, Button } from 'antd';
import { isRequestFailed } from '../api/problem';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What is gone stays gone: another try is not offered. */
const GONE = new Set([404, 410]);

/** Says what went wrong, with the code to quote, and offers another try. */
export function Failure({ error, onRetry }: Props) {
  const { say } = useMessages();
  const failed = isRequestFailed(error) ? error : undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={sentenceOf(error, say)}
      description={failed ? say('problem.code', { code: failed.code }) : undefined}
      action={
        onRetry &&
        !GONE.has(failed?.status ?? 0) && (
          <Button size="small" onClick={onRetry}>
            {say('action.retry')}
          </Button>
        )
      }
    />
  );
}
