import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { DomainError } from '../../common/errors';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';

const PATIENCE_MS = 10_000;
/** Mails by the clock go out from eight in the morning, Shanghai time. */
const MORNING_HOUR = 8;
const SHANGHAI_HOURS = 8;

export const isMorning = (now: Date): boolean => (now.getUTCHours() + SHANGHAI_HOURS) % 24 >= MORNING_HOUR;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** One mail however often it is handed over: the message is named by it. */
  id?: string;
}

/** Hands mails to the operator's mail server. */
@Injectable()
export class Mailer {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** False: no server was named, and nothing is sent. */
  isOn(): boolean {
    return this.env.SMTP_URL !== undefined;
  }

  /** @throws 502 MAIL.REFUSED when the server does not take it */
  async send({ to, subject, text, id }: Mail): Promise<void> {
    if (this.env.SMTP_URL === undefined) return;
    const transport = createTransport({
      url: this.env.SMTP_URL,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const messageId =
      id && `<${id}@${this.env.MAIL_FROM.split('@').at(-1)?.replace('>', '') ?? 'localhost'}>`;
    // What the server says may repeat the address, so only the code of its refusal goes on.
    const refusal = await transport.sendMail({ from: this.env.MAIL_FROM, to, subject, text, messageId }).then(
      () => undefined,
      (error: { code?: string }) => error.code ?? 'unknown',
    );
    transport.close();
    if (refusal !== undefined)
      throw new DomainError('MAIL.REFUSED', 502, `The mail server refused a mail: ${refusal}`);
  }
}
