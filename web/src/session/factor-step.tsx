import { useMessages } from '../i18n/use-messages';
import { CodeField } from './code-field';
import { proveFactor } from './session-steps';
import { StepForm } from './step-form';

/** The code of the authenticator app, or a recovery code when the telephone is lost. */
export function FactorStep({ onDone }: { onDone: () => void }) {
  const { say } = useMessages();
  return (
    <StepForm<{ code: string }>
      lead={say('session.factorWhy')}
      submit={say('signIn.submit')}
      onSubmit={({ code }) => proveFactor(code).then(onDone)}
    >
      <CodeField label={say('session.code')} />
    </StepForm>
  );
}
