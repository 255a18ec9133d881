import { Logger } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { type Mail, Mailer } from './mailer.js';

/** How long the mail server may take for each step, in milliseconds: somebody waits for the answer. */
const TIMEOUT_MS = 8_000;

export interface SmtpOptions {
  /** `smtp://` or, with TLS from the start, `smtps://`, with user and password where they are needed. */
  url: string;
  from: string;
}

export class SmtpMailer extends Mailer {
  readonly enabled = true;
  private readonly logger = new Logger('Mail');
  private transport: Promise<Transporter> | undefined;

  constructor(private readonly options: SmtpOptions) {
    super();
  }

  async send({ to, subject, text }: Mail): Promise<boolean> {
    try {
      // Loaded with the first mail.
      this.transport ??= this.open();
      const transport = await this.transport;
      await transport.sendMail({ from: this.options.from, to, subject, text });
      return true;
    } catch (error) {
      // Neither the address nor what the mail server says, which may repeat it.
      this.logger.warn(`a mail could not be sent (${(error as { code?: string }).code ?? 'unknown'})`);
      return false;
    }
  }

  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport(this.options.url, {
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // Neither files nor addresses are read on behalf of a mail.
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
  }
}
