import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { rolldown } from 'rolldown';

const index = fileURLToPath(new URL('./index.ts', import.meta.url));

/** What a browser would load to have these exports of the package. */
async function bundle(names: string[]): Promise<string> {
  const build = await rolldown({
    input: 'entry',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === 'entry' ? '\0entry' : null),
        load: (source) =>
          source === '\0entry' ? `export { ${names.join(', ')} } from ${JSON.stringify(index)};` : null,
      },
    ],
  });
  const { output } = await build.generate({ minify: true, sourcemapIgnoreList: false });
  await build.close();
  return output[0].code;
}

test('what browsers use of the contract comes without its schemas', async () => {
  const constants = ['errorCodes', 'PROBLEM_MEDIA_TYPE', 'MAX_TEXT_LENGTH', 'HEARTBEAT_MS'];
  const code = await bundle(['routes', 'pathOf', 'parseCursor', 'formatCursor', ...constants]);
  expect(code).toContain('/v1/conversations');
  expect(code.length).toBeLessThan(9_000);
});

test('the measure is sharp: a schema does bring zod', async () => {
  expect((await bundle(['hello'])).length).toBeGreaterThan(20_000);
});
