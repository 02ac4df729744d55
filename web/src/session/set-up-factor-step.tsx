import type { NewFactor } from '@server/identity/second-factor/second-factor.schema';
import { Button, Form, Input, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { CodeField } from './code-field';
import { confirmFactor, goOn, newFactor } from './session-steps';
import { StepForm } from './step-form';
import styles from './set-up-factor-step.module.css';

interface Props {
  /** Why it is asked for. */
  lead: string;
  onDone: () => void;
}

/** Ties an authenticator app to the account: password, QR code, first code, recovery codes. */
export function SetUpFactorStep({ lead, onDone }: Props) {
  const { say } = useMessages();
  const [factor, setFactor] = useState<NewFactor>();
  const [codes, setCodes] = useState<string[]>();
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (!factor)
    return (
      <StepForm<{ password: string }>
        lead={lead}
        submit={say('session.next')}
        onSubmit={({ password }) => newFactor(password).then(setFactor)}
      >
        <Form.Item
          name="password"
          label={say('signIn.password')}
          rules={[{ required: true, message: say('form.required') }]}
        >
          <Input.Password autoComplete="current-password" autoFocus size="large" />
        </Form.Item>
      </StepForm>
    );
  return (
    <StepForm<{ code: string }>
      lead={say('session.scan')}
      submit={say('session.setUpSubmit')}
      onSubmit={({ code }) => confirmFactor(code).then(setCodes)}
    >
      <div className={styles.qr}>
        {/* Dark on light in the dark theme too: some cameras read nothing else. */}
        <QRCode type="svg" value={factor.uri} size={200} color="#000" bgColor="#fff" />
        <Typography.Text code copyable>
          {factor.secret}
        </Typography.Text>
      </div>
      <CodeField label={say('session.firstCode')} />
    </StepForm>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { say } = useMessages();
  return (
    <>
      <p>{say('session.recoveryWhy')}</p>
      <Typography.Paragraph copyable={{ text: codes.join('\n') }}>
        {say('session.recoveryCopy')}
      </Typography.Paragraph>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button type="primary" block size="large" onClick={() => void goOn().then(onDone)}>
        {say('session.recoveryKept')}
      </Button>
    </>
  );
}
