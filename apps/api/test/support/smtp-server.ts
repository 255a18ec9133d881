import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

/** A mail as it arrived, and how. */
export interface Arrived {
  from: string;
  to: string[];
  /** Names in small letters; what is encoded is decoded. */
  headers: Record<string, string>;
  text: string;
  /** Whether it came through TLS. */
  secure: boolean;
  /** Who had signed in. */
  user?: string;
}

interface SmtpServerOptions {
  /** `start`: TLS from the first byte (smtps); `upgrade`: STARTTLS is offered. */
  tls?: { when: 'start' | 'upgrade'; cert: string; key: string };
  /** Mail is taken from nobody else. */
  account?: { user: string; password: string };
}

/** A mail server that speaks SMTP (RFC 5321) with STARTTLS (RFC 3207) and AUTH (RFC 4954), and delivers to an array. */
export class SmtpServer {
  readonly mails: Arrived[] = [];
  /** Every command that came, and through what: `AUTH` and whatever follows it is named, not kept. */
  readonly commands: { verb: string; secure: boolean }[] = [];
  /** How each recipient is answered, when it is set. */
  refusal: string | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly options: SmtpServerOptions = {}) {
    const { tls } = options;
    this.server =
      tls?.when === 'start'
        ? createTlsServer(tls, (socket) => this.talk(socket))
        : createServer((socket) => this.talk(socket));
    this.server.on('tlsClientError', () => undefined);
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, 'localhost', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The first mail to an address that is here or comes. */
  async mailTo(address: string): Promise<Arrived> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = this.mails.find(({ to }) => to.includes(address));
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`No mail has come for ${address}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private talk(plain: Socket): void {
    let socket = plain;
    let secure = plain instanceof TLSSocket;
    let user: string | undefined;
    let envelope: { from: string; to: string[] } = { from: '', to: [] };
    /** Takes the next line, where it is no command. */
    let taking: ((line: string) => void) | undefined;
    let rest = '';

    const say = (line: string) => socket.write(`${line}\r\n`);
    const listen = () => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.setEncoding('latin1');
      socket.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines) (taking ?? obey)(line);
      });
    };
    const signIn = (name: string, password: string) => {
      const { account } = this.options;
      if (account?.user !== name || account.password !== password) return say('535 5.7.8 That is not right');
      user = name;
      return say('235 2.7.0 Welcome');
    };
    const obey = (line: string): unknown => {
      const [verb = '', argument = ''] = line.split(/ (.*)/s);
      this.commands.push({ verb: verb.toUpperCase(), secure });
      switch (verb.toUpperCase()) {
        case 'EHLO': {
          const offers = ['localhost'];
          if (this.options.tls?.when === 'upgrade' && !secure) offers.push('STARTTLS');
          if (this.options.account) offers.push('AUTH PLAIN');
          return offers.forEach((offer, index) => {
            say(`250${index === offers.length - 1 ? ' ' : '-'}${offer}`);
          });
        }
        case 'STARTTLS': {
          say('220 2.0.0 Go on');
          plain.removeAllListeners('data');
          rest = '';
          secure = true;
          socket = new TLSSocket(plain, { isServer: true, ...this.options.tls });
          return listen();
        }
        case 'AUTH': {
          const [, name = '', password = ''] = decode(argument.split(' ')[1] ?? '', 'base64').split('\0');
          return signIn(name, password);
        }
        case 'MAIL':
          if (this.options.account && user === undefined) return say('530 5.7.0 Sign in first');
          envelope = { from: addressIn(argument), to: [] };
          return say('250 2.1.0 Yes');
        case 'RCPT':
          if (this.refusal) return say(this.refusal);
          envelope.to.push(addressIn(argument));
          return say('250 2.1.5 Yes');
        case 'DATA': {
          const lines: string[] = [];
          taking = (next) => {
            if (next !== '.') return lines.push(next.replace(/^\./, ''));
            taking = undefined;
            this.mails.push({ ...envelope, ...read(lines.join('\r\n')), secure, ...(user !== undefined && { user }) });
            return say('250 2.0.0 It is here');
          };
          return say('354 Say it');
        }
        case 'QUIT':
          say('221 2.0.0 Bye');
          return socket.end();
        default:
          return say('500 5.5.2 What?');
      }
    };

    listen();
    say('220 localhost ESMTP');
  }
}

const addressIn = (argument: string) => /<([^>]*)>/.exec(argument)?.[1] ?? '';
const decode = (text: string, encoding: 'base64' | 'latin1') => Buffer.from(text, encoding).toString('utf8');

/** Quoted-printable (RFC 2045, section 6.7) to text. */
function unquote(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decode(bytes, 'latin1');
}

/** A message (RFC 5322) of one part, with its encodings (RFC 2045, RFC 2047) taken off. */
function read(message: string): Pick<Arrived, 'headers' | 'text'> {
  const end = message.indexOf('\r\n\r\n');
  const fields = message
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    fields.map((field) => {
      const [name = '', value = ''] = field.split(/:\s*(.*)/s);
      return [name.toLowerCase(), wordsIn(value)];
    }),
  );
  const body = message.slice(end + 4);
  const encoding = headers['content-transfer-encoding']?.toLowerCase();
  const text =
    encoding === 'base64'
      ? decode(body, 'base64')
      : encoding === 'quoted-printable'
        ? unquote(body)
        : decode(body, 'latin1');
  return { headers, text: text.replaceAll('\r\n', '\n') };
}

function wordsIn(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? decode(text, 'base64') : unquote(text.replaceAll('_', ' ')),
    );
}
