import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { root } from './command.js';

/** Whether the linter, as biome.json sets it up, catches what it is there for: a folder of small faults, linted once. */

const faults = {
  noRestrictedImports: {
    'packages/protocol/src/f01.ts': "export { x } from '@porchlight/client';",
    'packages/protocol/src/f02.ts': "export { x } from '../../client/src/x.js';",
    'packages/client/src/f03.ts': "export { x } from '@porchlight/widget';",
    'packages/client/src/f04.ts': "export { x } from '@porchlight/protocol/dist/x.js';",
    'packages/client/src/f05.ts': "import { x } from '../../protocol/src/x.js';\nexport const y = x;",
    'packages/client/src/f06.ts': "import type { X } from '../../protocol/dist/x.js';\nexport type Y = X;",
    'packages/client/src/f07.ts': "export const y = await import('../../protocol/src/x.js');",
    'packages/client/src/f08.test.ts': "export { x } from '@porchlight/api';",
    'packages/client/src/deep/f09.ts': "export { x } from '../../../protocol/src/x.js';",
    'packages/client/test/f10.ts': "export { x } from '../../widget/src/x.js';",
    'packages/ui/src/f11.ts': "export { x } from '@porchlight/client';",
    'packages/ui/src/f12.ts': "export { x } from '@porchlight/widget';",
    'packages/widget/src/f13.ts': "export { x } from '../../../apps/inbox/src/x.js';",
    'packages/widget/src/f14.ts': "export { x } from '@porchlight/ui/dist/x.js';",
    'apps/inbox/src/f15.ts': "export { x } from '@porchlight/api';",
    'apps/inbox/src/f16.ts': "export { x } from '@porchlight/widget';",
    'apps/inbox/src/f17.ts': "export { x } from '../../../packages/protocol/package.json';",
    'apps/api/src/f18.ts': "export { x } from '@porchlight/client';",
    'apps/api/src/f19.ts': "export { x } from '../../inbox/src/x.js';",
    'apps/api/test/f20.ts': "export { x } from '@porchlight/widget';",
    'apps/demo-site/src/f21.ts': "export { x } from '@porchlight/widget';",
  },
  noImportCycles: {
    'packages/client/src/cycle-a.ts': "import { b } from './cycle-b.js';\nexport const a = (): unknown => b();",
    'packages/client/src/cycle-b.ts': "import { c } from './deep/cycle-c.js';\nexport const b = (): unknown => c();",
    'packages/client/src/deep/cycle-c.ts': "import { a } from '../cycle-a.js';\nexport const c = (): unknown => a();",
  },
  noUndeclaredDependencies: {
    'packages/client/src/f31.ts': "export { z } from 'zod';",
    'packages/client/src/f32.ts': "export { LitElement } from 'lit';",
    'packages/widget/src/f33.ts': "export { z } from 'zod';",
  },
  noPrivateImports: {
    'packages/client/src/f41.ts': "import { hidden } from './deep/hidden.js';\nexport const y = hidden;",
  },
  noFloatingPromises: {
    'packages/client/src/f51.ts': "import { later } from './later.js';\nexport function f() {\n  later();\n}",
    'apps/api/src/f52.ts': 'export async function f() {}\nf();',
  },
  noMisusedPromises: {
    'packages/client/src/f53.ts': "import { later } from './later.js';\nexport const f = () => (later() ? 1 : 2);",
  },
  useExhaustiveSwitchCases: {
    'packages/client/src/f54.ts':
      "import type { Kind } from './kind.js';\nexport function f(kind: Kind) {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n}",
  },
  useImportType: {
    'packages/client/src/f55.ts': "import { Kind } from './kind.js';\nexport const f = (kind: Kind) => kind;",
  },
  noConsole: {
    'packages/client/src/f56.ts': "console.log('x');",
  },
};

const fine = {
  'packages/protocol/src/g01.ts': "import { z } from 'zod';\nexport { parse } from './g02.js';\nexport const y = z;",
  'packages/protocol/src/g02.ts': 'export const parse = 1;',
  'packages/client/src/x.ts': 'export const x = 1;',
  'packages/client/src/later.ts': 'export async function later() {\n  return await Promise.resolve(1);\n}',
  'packages/client/src/kind.ts': "export type Kind = 'a' | 'b';",
  'packages/client/src/deep/hidden.ts': '/** @package */\nexport const hidden = 1;',
  'packages/client/src/g03.ts': "export { routes } from '@porchlight/protocol';",
  'packages/client/src/deep/g04.ts': "export { x } from '../x.js';",
  'packages/client/test/g05.ts': "export { x } from '../src/x.js';",
  'packages/client/test/deep/g06.ts': "export { x } from '../../src/x.js';",
  'packages/ui/src/g07.ts': "export { routes } from '@porchlight/protocol';",
  'packages/widget/src/g08.ts': "export { x } from '@porchlight/client';\nexport { t } from '@porchlight/ui/tokens';",
  'apps/inbox/src/g09.ts': "export { x } from '@porchlight/ui';",
  'apps/api/src/g10.ts': "export { routes } from '@porchlight/protocol';",
  'apps/api/src/deep/g11.ts': "export { routes } from '../g10.js';",
  'apps/api/test/g12.ts': "export { x } from '@porchlight/client';\nexport { routes } from '../src/g10.js';",
};

/** @type {string} */
let folder;
/** @type {Map<string, Set<string>>} what was found: file to rules */
const found = new Map();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'porchlight-lint-'));
  const copied = ['biome.json', '.gitignore', '.editorconfig'];
  const members = ['packages/protocol', 'packages/client', 'packages/ui', 'packages/widget'];
  const apps = ['apps/api', 'apps/inbox', 'apps/demo-site'];
  for (const member of [...members, ...apps]) copied.push(`${member}/package.json`);
  for (const file of copied) put(file, () => copyFileSync(join(root, file), join(folder, file)));
  for (const [file, code] of Object.entries(Object.assign({}, fine, ...Object.values(faults)))) {
    put(file, () => writeFileSync(join(folder, file), `${code}\n`));
  }
  for (const { category, location } of await lint()) {
    const file = location.path;
    found.set(file, (found.get(file) ?? new Set()).add(category.split('/').at(-1)));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** @type {(file: string, write: () => void) => void} */
function put(file, write) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  write();
}

/** @returns {Promise<{ category: string, location: { path: string } }[]>} */
function lint() {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const flags = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [biome, ...flags], { cwd: folder, maxBuffer: 2 ** 26 }, (_, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout).diagnostics);
      } catch {
        reject(new Error(stderr || stdout));
      }
    });
  });
}

describe.each(Object.entries(faults))('%s', (rule, files) => {
  test.each(Object.entries(files))('in %s', (file) => {
    expect([...(found.get(file) ?? [])]).toContain(rule);
  });
});

test.each(Object.keys(fine))('nothing in %s', (file) => {
  expect([...(found.get(file) ?? [])]).toEqual([]);
});
