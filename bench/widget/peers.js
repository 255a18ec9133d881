import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Each brings its built files in its package, so that its dependencies, some hundreds, need not come along. */
const PEERS = {
  '@cloudflare/ai-search-snippet': {
    version: '0.0.42',
    integrity: 'sha512-LSNCvszcgEb+hgH1jpKCGaBrXScbahpjFVoXuDGiUyC9Td7hDR57+YdMMcBbhDa7S4GYaoCO1aziJYjvC0fwnw==',
  },
  '@n8n/chat': {
    version: '1.37.0',
    integrity: 'sha512-V1EQxDp/+rW6o/5OZgbwDfgPJXG8Jrn3TIdq7Z/26QTP90Uo3g2gv8CMnaQcphdTQVR+K06X34DOCRHXa8Tqnw==',
  },
  '@rocket.chat/livechat': {
    version: '1.13.3',
    integrity: 'sha512-gEX3V2Cr+7Nr+j4CFwBBX7R/1mZxWvnmpbz/jc+gJOa7zKJOdyv4waLc5RegmoubxpNlzbpbMiNkwg5GQuhyWA==',
  },
  'deep-chat': {
    version: '2.4.2',
    integrity: 'sha512-wQNd6Z6HDoH7OMeoQKpmxDm9XdWrRjMkBJ2yl5tsYND9Dz2UCv/BdGVM8vK2V0mhO1u+OniHYPWDGvjlNxjCeQ==',
  },
  quikchat: {
    version: '1.2.7',
    integrity: 'sha512-o5zD1eqFyHfHegFxGT380KkmRMLX1j9qfAQT1NoGeO8BB3dstYUgnqIV8dIJhbrqgRxkJyAsvTkSuPl2jfCL8A==',
  },
};

const store = new URL('node_modules/', import.meta.url);

export const versionOf = (name) => PEERS[name].version;

/** Where the files of a peer are, ending with a slash. */
export const folderOf = (name) => new URL(`${name.replace('/', '+')}/package/`, store);

/** Fetches the packages of the peers that are not there yet, and runs nothing of them. */
export function fetchPeers() {
  for (const [name, { version, integrity }] of Object.entries(PEERS)) {
    const place = new URL(`${name.replace('/', '+')}/`, store);
    const mark = new URL('integrity', place);
    if (existsSync(mark) && readFileSync(mark, 'utf8') === integrity) continue;
    console.log(`Fetching ${name} ${version}; once.`);
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    const cwd = fileURLToPath(place);
    const run = (program, ...values) =>
      execFileSync(program, values, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
    const [packed] = JSON.parse(run('npm', 'pack', `${name}@${version}`, '--json', '--loglevel=error'));
    if (packed.integrity !== integrity)
      throw new Error(`${name} ${version} is not the package that was measured before`);
    run('tar', '-xzf', packed.filename);
    writeFileSync(mark, integrity);
  }
}
