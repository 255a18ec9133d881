import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { StartupError } from '../startup-error.js';
import { readConfig, variableNames } from './config.js';

/** For each variable, values that it must not take. */
const WRONG: Record<string, readonly string[]> = {
  PORT: ['http', '-1', '65536', '3000.5', '0x10', ' '],
  PUBLIC_URL: ['chat.example.com', 'ftp://chat.example.com', 'javascript:alert(1)'],
  DATABASE_URL: ['localhost', 'mysql://root:hunter2@localhost/chat', 'hunter2'],
  SECRET_KEY: ['hunter2'],
  SMTP_URL: ['mail.example.com', 'http://mail.example.com'],
  MAIL_FROM: ['porchlight', 'a@b\nBcc: c@d', 'A <a@b', '@'],
  ADMIN_EMAIL: ['admin', 'admin@', `${'a'.repeat(250)}@example.com`],
  ADMIN_PASSWORD: ['hunter2', 'x'.repeat(201)],
  DEMO_SITE: ['yes', '1', 'TRUE'],
  RATE_LIMIT_FACTOR: ['off', '-1', '1e3', 'NaN', 'Infinity'],
  ATTACHMENT_MAX_MB: ['0', '-1', 'ten', '99999', '1e3'],
  S3_ENDPOINT: ['storage.example.com', 's3://bucket'],
  S3_BUCKET: ['my bucket', '../bucket', 'x'],
  S3_REGION: ['eu central'],
  S3_ACCESS_KEY_ID: ['hunter2/key', 'no key'],
  TRUST_PROXY: ['everyone', '10.0.0.0/33', '10.0.0.0/0', '::/129', '10.0.0', '10.0.0.1/8/8', '10.0.0.1,'],
  LOG_LEVEL: ['loud', 'INFO'],
  PORCHLIGHT_FIRST_ADMIN_FD: ['stderr', '-1', '9999'],
};

test('has a default for everything, and takes an empty variable for none', () => {
  const empty = Object.fromEntries(variableNames.map((name) => [name, '']));
  for (const env of [{}, empty]) {
    expect(readConfig(env)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDirectory: './data',
      databaseUrl: undefined,
      publicOrigin: undefined,
      demoSite: false,
      rateLimitFactor: 1,
      trustProxy: 'loopback',
      logLevel: 'info',
    });
  }
});

test('reads what is given', () => {
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'https://chat.example.com/path/',
    DATABASE_URL: 'postgresql://me:secret@db/chat?sslmode=require',
    RATE_LIMIT_FACTOR: '0.5',
    DEMO_SITE: 'true',
    TRUST_PROXY: 'loopback, 10.0.0.0/8, 2001:db8::/32, 192.0.2.1',
    UNRELATED: 'ignored',
  });
  expect(config).toMatchObject({
    port: 0,
    publicOrigin: 'https://chat.example.com',
    databaseUrl: 'postgresql://me:secret@db/chat?sslmode=require',
    rateLimitFactor: 0.5,
    demoSite: true,
    trustProxy: 'loopback, 10.0.0.0/8, 2001:db8::/32, 192.0.2.1',
  });
});

test('a bucket needs all that it takes to reach it', () => {
  const whole = {
    S3_ENDPOINT: 'https://storage.example.com',
    S3_BUCKET: 'files',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret/+=',
  };
  expect(readConfig(whole).s3).toMatchObject({ region: 'us-east-1', bucket: 'files', secretAccessKey: 'secret/+=' });
  expect(readConfig({ S3_REGION: 'eu-central-1' }).s3).toBeUndefined();
  for (const name of Object.keys(whole)) expect(messageOf({ ...whole, [name]: '' })).toMatch(`${name} must be`);
});

test.each(Object.entries(WRONG).flatMap(([name, values]) => values.map((value) => [name, value])))(
  'names %s when it is %j, and does not repeat the value',
  (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} must be [^\\n]+$`));
    if (value.trim().length > 2) expect(message).not.toContain(value);
    expect(message).not.toContain('hunter2');
  },
);

test('names every variable that is wrong, on one line', () => {
  const all = Object.fromEntries(Object.entries(WRONG).map(([name, [value]]) => [name, value]));
  const message = messageOf(all);
  for (const name of Object.keys(WRONG)) expect(message).toContain(`${name} must be`);
  expect(message).not.toContain('\n');
});

test('.env.example explains every variable and no other', () => {
  const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(variableNames.toSorted());
});

function messageOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return (error as StartupError).message;
  }
  throw new Error('The configuration was taken');
}
