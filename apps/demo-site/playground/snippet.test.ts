import { expect, test } from '@jest/globals';
import { snippetOf } from './snippet.js';

const script = 'https://chat.example.com/widget.js';

test('two lines will do', () => {
  expect(snippetOf(script, [], [])).toBe(
    '<script type="module" src="https://chat.example.com/widget.js"></script>\n<chat-widget site="demo"></chat-widget>',
  );
});

test('attributes stand in the tag, properties in a rule', () => {
  const snippet = snippetOf(
    script,
    [
      ['theme', 'dark'],
      ['open', ''],
    ],
    [['--chat-radius', '4px']],
  );
  expect(snippet).toContain('<chat-widget site="demo" theme="dark" open></chat-widget>');
  expect(snippet).toContain('chat-widget {\n  --chat-radius: 4px;\n}');
});

test('what is typed stays text', () => {
  expect(snippetOf(script, [['heading', '"><b>&']], [])).toContain('heading="&quot;>&lt;b>&amp;"');
});
