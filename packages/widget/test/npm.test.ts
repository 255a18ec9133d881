import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { rolldown } from 'rolldown';
import { ChatWidgetElement } from '../src/index.js';

// What npm delivers is looked at as it was built.

const root = new URL('../', import.meta.url);
const readJson = async (path: string) => JSON.parse(await readFile(new URL(path, root), 'utf8'));

/** What a browser would load for this module at first. */
async function bundle(code: string): Promise<string> {
  const build = await rolldown({
    input: 'entry',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === 'entry' ? fileURLToPath(new URL('entry.js', root)) : null),
        load: (id) => (id.endsWith('/entry.js') ? code : null),
      },
    ],
  });
  const { output } = await build.generate({ codeSplitting: true, sourcemapIgnoreList: false });
  await build.close();
  return output[0].code.replace(/^\/\/#.*$/gm, '').trim();
}

test.each(['', '/define', '/react', '/preact', '/solid', '/vue'])(
  '@porchlight/widget%s does nothing on a server',
  async (entry) => {
    const code = `
      const before = Object.keys(globalThis).join();
      await import('@porchlight/widget${entry}');
      if (Object.keys(globalThis).join() !== before) throw new Error('left something behind');
    `;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: fileURLToPath(root),
    });
    await expect(run).resolves.toEqual({ stdout: '', stderr: '' });
  },
);

test('the package without its define entry leaves nothing in a bundle that does not use it', async () => {
  expect(await bundle("import '@porchlight/widget';")).toBe('');
  expect(await bundle("import '@porchlight/widget/define';")).toContain('customElements.define("chat-widget"');
});

test('the manifest knows all that the element has', async () => {
  const { modules } = await readJson('dist/custom-elements.json');
  const [element] = modules[0].declarations;
  expect(element).toMatchObject({ tagName: 'chat-widget', name: 'ChatWidgetElement', customElement: true });
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  expect(names(element.attributes).toSorted()).toEqual([...ChatWidgetElement.observedAttributes].toSorted());
  const { constructor: _, ...accessors } = Object.getOwnPropertyDescriptors(ChatWidgetElement.prototype);
  const published = Object.keys(accessors).filter((name) => !name.endsWith('Callback'));
  expect(names(element.members).toSorted()).toEqual(published.toSorted());
  const typed = (await readFile(new URL('src/events.ts', root), 'utf8')).matchAll(/^ {2}'(chat-[\w-]+)':/gm);
  expect(names(element.events).toSorted()).toEqual([...typed].map(([, name]) => name).toSorted());
  for (const list of [element.attributes, element.events, element.slots, element.cssParts, element.cssProperties]) {
    expect(list.filter(({ description }: { description?: string }) => !description)).toEqual([]);
  }
  for (const list of [element.attributes, element.members.filter(isField), element.events]) {
    expect(list.filter(({ type }: { type?: unknown }) => !type)).toEqual([]);
  }
});

test('what editors read says the same as the manifest', async () => {
  const [manifest, html, css, webTypes] = await Promise.all(
    ['custom-elements', 'vscode.html-custom-data', 'vscode.css-custom-data', 'web-types'].map((name) =>
      readJson(`dist/${name}.json`),
    ),
  );
  const [element] = manifest.modules[0].declarations;
  const [tag] = html.tags;
  expect(tag.attributes).toHaveLength(element.attributes.length);
  expect(tag.attributes.find(({ name }: { name: string }) => name === 'mode').values).toEqual([
    { name: 'bubble' },
    { name: 'inline' },
    { name: 'page' },
  ]);
  expect(css.properties).toHaveLength(element.cssProperties.length);
  const [described] = webTypes.contributions.html.elements;
  expect(described.js.events).toHaveLength(element.events.length);
  expect(described.css.parts).toHaveLength(element.cssParts.length);
});

const isField = ({ kind }: { kind: string }) => kind === 'field';
