export interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
}

/** Sends mail, where the server has been told how. */
export abstract class Mailer {
  /** Whether it can at all. */
  abstract readonly enabled: boolean;
  /** Hands a mail over; answers whether somebody took it. Never throws. */
  abstract send(mail: Mail): Promise<boolean>;
}

export class NoMailer extends Mailer {
  readonly enabled = false;

  async send(): Promise<boolean> {
    return false;
  }
}
