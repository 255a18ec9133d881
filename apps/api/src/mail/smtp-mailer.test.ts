import { expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { transportOf } from './smtp-mailer.js';

test.each([
  ['smtp://user:password@mail.example.com', true],
  ['smtp://user:password@mail.example.com?requireTLS=false', false],
  ['smtp://mail.example.com', false],
  ['smtp://user:password@localhost:2525', false],
  ['smtp://user:password@127.0.0.1', false],
  ['smtp://user:password@[::1]:25', false],
  ['smtp://user:password@localhost.example.com', true],
  ['smtp://user:password@127.0.0.1.example.com', true],
  // TLS from the start.
  ['smtps://user:password@mail.example.com', false],
])('%s must change to TLS before anything else: %s', (url, required) => {
  expect(createTransport(transportOf(url)).options).toMatchObject({ requireTLS: required });
});

test('the library is told how long somebody may wait, and who signs in', () => {
  const { options } = createTransport(transportOf('smtps://me%40example.com:p%2Fss%20word@mail.example.com'));
  expect(options).toMatchObject({
    connectionTimeout: 8_000,
    greetingTimeout: 8_000,
    socketTimeout: 8_000,
    secure: true,
    host: 'mail.example.com',
    auth: { user: 'me@example.com', pass: 'p/ss word' },
  });
});
