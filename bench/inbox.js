import { launchBrowser } from '../scripts/browser.js';
import { atEnd, benchmark } from './support/benchmark.js';
import { createDatabase, query } from './support/database.js';
import { ADMIN, startApi } from './support/program.js';

/**
 * `node bench/inbox.js`: how long it takes in a real browser from a visitor's Enter to the agent's screen, and from
 * pressing j to the conversation shown, with 10,000 open conversations. Needs a build and a PostgreSQL server.
 */

const CONVERSATIONS = 10_000;
const ROUNDS = 40;

/** Visitors with a conversation of one message each, written where the API would take minutes. */
const fill = (n) => `
  WITH v AS (
    INSERT INTO "visitors" ("id", "site", "name", "created_at")
    SELECT gen_random_uuid(), 'demo', 'Visitor ' || n, now() - n * interval '1 second' FROM generate_series(1, ${n}) n
    RETURNING *
  ), c AS (
    INSERT INTO "conversations" ("id", "site", "kind", "visitor_id", "client_id", "status", "last_seq", "waiting_since",
      "active_at", "created_at", "updated_at")
    SELECT gen_random_uuid(), 'demo', 'support', "id", 'c', 'open', 1, "created_at", "created_at", "created_at", "created_at"
    FROM v RETURNING *
  )
  INSERT INTO "messages" ("id", "conversation_id", "seq", "client_id", "author_kind", "author_id", "author_name", "audience",
    "text", "digest", "created_at")
  SELECT gen_random_uuid(), c."id", 1, 'm', 'visitor', v."id", v."name", 'everyone', 'Do you ship to Norway?', '', c."created_at"
  FROM c JOIN v ON v."id" = c."visitor_id"`;

const middle = (times, share) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)];
const line = (what, times) =>
  console.log(
    `${what.padEnd(44)} median ${middle(times, 0.5).toFixed(0)} ms, 95% ${middle(times, 0.95).toFixed(0)} ms`,
  );

export async function inbox(options) {
  const database = await createDatabase(options.database);
  const api = await startApi({ DATABASE_URL: database.url });
  const url = `http://127.0.0.1:${api.port}`;
  const call = async (path, body, token) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(`${url}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  await query(database.url, fill(CONVERSATIONS));
  await query(database.url, 'ANALYZE');
  const browser = await launchBrowser();
  atEnd(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}/inbox/`);
  await page.getByLabel('Email').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Visitor 1', exact: false }).first().waitFor();

  const visitor = await call('/sites/demo/visitors', { name: 'Sender' });
  const begun = { clientId: 'bench', message: { clientId: 'first', text: 'Hello' } };
  const conversation = await call('/conversations', begun, visitor.token);
  await page.getByRole('link', { name: 'Sender' }).waitFor();
  const arrivals = [];
  for (let round = 0; round < ROUNDS; round++) {
    const text = `Round ${round}.`;
    // Noticed by the frame after which it is on the screen.
    const shown = page.evaluate(
      (words) =>
        new Promise((resolve) => {
          const look = () => {
            const list = document.querySelector('inbox-app').shadowRoot.querySelector('conversation-list').shadowRoot;
            if (list.textContent.includes(words)) resolve(Date.now());
            else requestAnimationFrame(look);
          };
          look();
        }),
      text,
    );
    const sent = Date.now();
    await call(`/conversations/${conversation.id}/messages`, { clientId: `r${round}`, text }, visitor.token);
    arrivals.push((await shown) - sent);
  }
  line("From a visitor's Enter to the agent's list", arrivals);

  await page.getByRole('link', { name: 'Sender' }).click();
  await page.getByRole('log').getByText('Hello').waitFor();
  const moves = [];
  for (let round = 0; round < ROUNDS; round++) {
    // As fast as one reads: what comes next is fetched meanwhile.
    await page.waitForTimeout(400);
    moves.push(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const inboxRoot = document.querySelector('inbox-app').shadowRoot;
            const pane = () => inboxRoot.querySelector('conversation-pane').shadowRoot;
            const shown = () => {
              const title = pane().querySelector('conversation-header').shadowRoot.querySelector('h2')?.textContent;
              const said = pane().querySelector('chat-message-list')?.shadowRoot?.textContent ?? '';
              return said.includes('Norway') ? title : undefined;
            };
            const before = shown();
            document.activeElement?.blur();
            const start = performance.now();
            document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true }));
            const look = () => {
              const now = shown();
              if (now && now !== before) requestAnimationFrame(() => resolve(performance.now() - start));
              else requestAnimationFrame(look);
            };
            look();
          }),
      ),
    );
  }
  line('From pressing j to the conversation shown', moves);
  await browser.close();
  await api.stop();
  await database.drop();
}

await benchmark(import.meta.url, {}, inbox);
