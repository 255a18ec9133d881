import { Logger } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { type Mail, Mailer } from './mailer.js';

/** How long the mail server may take for each step, in milliseconds: somebody waits for the answer. */
const TIMEOUT_MS = 8_000;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export interface SmtpOptions {
  /** `smtp://`, with TLS where the server offers it, or with TLS from the start `smtps://`; with user and password where they are needed. */
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
    // Neither files nor addresses are read on behalf of a mail.
    return createTransport(transportOf(this.options.url), { disableFileAccess: true, disableUrlAccess: true });
  }
}

/**
 * How the mail server is spoken to. A password goes through TLS, or to this machine, or not at all, whatever somebody on the
 * way takes out of what the server offers. What the query of the address says (`?requireTLS=false`) comes before all of it.
 */
export function transportOf(url: string) {
  const { protocol, username, hostname } = new URL(url);
  return {
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    requireTLS: protocol === 'smtp:' && username !== '' && !LOOPBACK.test(hostname),
  };
}
