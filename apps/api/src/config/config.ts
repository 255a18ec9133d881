import { fstatSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { SmtpOptions } from '../mail/smtp-mailer.js';
import { StartupError } from '../startup-error.js';
import type { S3Config } from './s3.js';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

/** None of these or all of them. */
const S3_TOGETHER = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** Every variable the program reads. `.env.example` explains them to people; a test keeps the two in step. */
const environment = z
  .object({
    PORT: port.default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    EVENT_BUS_URL: z.url({ protocol: /^(postgres(ql)?|rediss?)$/ }).optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    SECRET_KEY: z.string().min(32).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    MAIL_FROM: z
      .string()
      .max(320)
      .regex(/^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
      .optional(),
    ADMIN_EMAIL: z.email().max(254).optional(),
    ADMIN_PASSWORD: z.string().min(8).max(200).optional(),
    DEMO_SITE: flag.default(false),
    RATE_LIMIT_FACTOR: z
      .string()
      .regex(/^\d{1,6}(\.\d{1,3})?$/)
      .transform(Number)
      .default(1),
    LOG_RETENTION_HOURS: z
      .string()
      .regex(/^\d{1,6}(\.\d{1,6})?$/)
      .transform(Number)
      .refine((hours) => hours > 0)
      .default(720),
    ATTACHMENT_MAX_MB: z
      .string()
      .regex(/^\d{1,4}(\.\d{1,3})?$/)
      .transform(Number)
      .refine((megabytes) => megabytes > 0)
      .default(10),
    S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    S3_BUCKET: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$/)
      .optional(),
    S3_REGION: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/)
      .default('us-east-1'),
    S3_ACCESS_KEY_ID: z
      .string()
      .regex(/^[\x21-\x2e\x30-\x7e]{1,128}$/)
      .optional(),
    S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
    TRUST_PROXY: z.string().refine(areProxies).default('loopback'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    PORCHLIGHT_FIRST_ADMIN_FD: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .refine(isOpen)
      .optional(),
  })
  .superRefine((values, context) => {
    // The address in a mailed link must not be what the request says: whoever sends that could have the link himself.
    for (const name of ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'] as const) {
      const mails = values.SMTP_URL !== undefined || values.MAIL_FROM !== undefined;
      if (mails && values[name] === undefined) {
        context.addIssue({ code: 'custom', path: [name], message: 'goes with the others' });
      }
    }
    const given = S3_TOGETHER.filter((name) => values[name] !== undefined);
    if (given.length === 0) return;
    for (const name of S3_TOGETHER) {
      if (!given.includes(name)) context.addIssue({ code: 'custom', path: [name], message: 'goes with the others' });
    }
  });

const expectations: Record<keyof z.infer<typeof environment>, string> = {
  PORT: 'a port number, 0 to 65535',
  HOST: 'an address to listen on',
  PUBLIC_URL: 'an http or https address, and is needed for sending mail',
  DATABASE_URL: 'a postgres:// address',
  EVENT_BUS_URL: 'a postgres:// or redis:// address',
  DATA_DIR: 'a directory',
  SECRET_KEY: 'at least 32 characters',
  SMTP_URL: 'an smtp:// or smtps:// address, and is needed with MAIL_FROM',
  MAIL_FROM: 'an e-mail address, or a name with one in <>, and is needed with SMTP_URL',
  ADMIN_EMAIL: 'an e-mail address',
  ADMIN_PASSWORD: 'at least 8 characters',
  DEMO_SITE: 'true or false',
  RATE_LIMIT_FACTOR: 'a number, 0 or more',
  LOG_RETENTION_HOURS: 'a number of hours above 0',
  ATTACHMENT_MAX_MB: 'a number of megabytes above 0, below 10000',
  S3_ENDPOINT: 'an http or https address, and is needed with the other S3 variables',
  S3_BUCKET: 'the name of a bucket, and is needed with the other S3 variables',
  S3_REGION: 'the name of a region',
  S3_ACCESS_KEY_ID: 'the id of a key, and is needed with the other S3 variables',
  S3_SECRET_ACCESS_KEY: 'the secret of the key, and is needed with the other S3 variables',
  TRUST_PROXY: 'loopback, or addresses and networks separated by commas',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  PORCHLIGHT_FIRST_ADMIN_FD: 'an open file descriptor',
};

/** The names of all variables. */
export const variableNames = Object.keys(expectations);

/** Addresses, networks as `address/bits`, and the names that the `proxy-addr` package gives to some. */
function areProxies(list: string): boolean {
  return list.split(',').every((part) => {
    const [address = '', bits, ...rest] = part.trim().split('/');
    if (bits === undefined && ['loopback', 'linklocal', 'uniquelocal'].includes(address)) return true;
    const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
    if (most === 0 || rest.length > 0) return false;
    return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most);
  });
}

function isOpen(descriptor: number): boolean {
  try {
    fstatSync(descriptor);
    return true;
  } catch {
    return false;
  }
}

export class Config {
  constructor(private readonly values: z.infer<typeof environment>) {}

  readonly port = this.values.PORT;
  readonly host = this.values.HOST;
  /** Origin under which browsers reach this program, when a proxy stands before it. */
  readonly publicOrigin = this.values.PUBLIC_URL && new URL(this.values.PUBLIC_URL).origin;
  readonly databaseUrl = this.values.DATABASE_URL;
  /** Where processes wake each other; unset, the database's own way. */
  readonly eventBusUrl = this.values.EVENT_BUS_URL;
  readonly dataDirectory = this.values.DATA_DIR;
  readonly secretKey = this.values.SECRET_KEY;
  /** How to send mail; undefined where the server cannot. */
  readonly smtp = smtpOf(this.values);
  readonly demoSite = this.values.DEMO_SITE;
  /** Multiplies every rate limit; 0 turns them off. */
  readonly rateLimitFactor = this.values.RATE_LIMIT_FACTOR;
  /** How far back a reader may resume; older entries are taken out of the log. */
  readonly logRetentionHours = this.values.LOG_RETENTION_HOURS;
  /** Largest file that is taken, in bytes. */
  readonly attachmentMaxBytes = Math.floor(this.values.ATTACHMENT_MAX_MB * 1024 * 1024);
  /** Where files are kept instead of the data directory. */
  readonly s3 = s3Of(this.values);
  /** Peers whose `X-Forwarded-For` is believed. */
  readonly trustProxy = this.values.TRUST_PROXY;
  readonly logLevel = this.values.LOG_LEVEL;
  readonly firstAdmin = { email: this.values.ADMIN_EMAIL, password: this.values.ADMIN_PASSWORD };
  /** Where to write a generated first sign-in instead of the terminal. */
  readonly firstAdminDescriptor = this.values.PORCHLIGHT_FIRST_ADMIN_FD;
}

function smtpOf({ SMTP_URL: url, MAIL_FROM: from }: z.infer<typeof environment>): SmtpOptions | undefined {
  return url && from ? { url, from } : undefined;
}

function s3Of(values: z.infer<typeof environment>): S3Config | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = values;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return undefined;
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

/** Reads the environment once. Throws a StartupError that names each wrong variable and never prints a value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // An empty variable is what `X= node ...` and most process managers make of an unset one.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (result.success) return new Config(result.data);
  const names = new Set(result.error.issues.map((issue) => issue.path[0] as keyof typeof expectations));
  throw new StartupError([...names].map((name) => `${name} must be ${expectations[name]}`).join('; '));
}
