import { expect, test } from '@jest/globals';
import { fillIn, firstHole } from './canned-variables.js';

const values: Record<string, string> = { 'visitor.name': 'Mira', 'site.name': 'Acme', 'visitor.order no.': '1042' };
const known = (name: string) => values[name];

test('what is known is put in, whatever the space around it', () => {
  expect(fillIn('Hello {{visitor.name}} of {{ site.name }}: {{visitor.order no.}}', known)).toBe(
    'Hello Mira of Acme: 1042',
  );
});

test('what is not known stays as a hole that is found', () => {
  const text = fillIn('Hello {{visitor.name}}, {{agent.name}} here', known);
  expect(text).toBe('Hello Mira, {{agent.name}} here');
  const hole = firstHole(text);
  expect(hole).toEqual({ name: 'agent.name', start: 12, end: 26 });
  expect(text.slice(hole?.start, hole?.end)).toBe('{{agent.name}}');
  expect(firstHole('Hello Mira')).toBeUndefined();
});

test.each(['{{ user.name }}', '{{visitor}}', '{visitor.name}', '{{visitor.}}', '{{visitor.<b>}}'])(
  'braces that are no variable are left alone: %s',
  (text) => {
    expect(fillIn(text, () => 'x')).toBe(text);
    expect(firstHole(text)).toBeUndefined();
  },
);

test('a value is never taken for a variable, nor for the pattern of a replacement', () => {
  expect(fillIn('{{visitor.name}}', () => '{{agent.name}}')).toBe('agent.name');
  expect(fillIn('{{visitor.name}}', () => '$& $1')).toBe('$& $1');
  expect(fillIn('{{visitor.name}}', () => '  ')).toBe('{{visitor.name}}');
});
