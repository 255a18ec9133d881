import { type ErrorCode, errorCodes, MAX_PAGE_SIZE } from '@porchlight/protocol';
import { exampleOf } from './example.js';
import { fieldList, fieldsOf } from './fields.js';
import { type Html, html, sentence } from './html.js';
import type { OpenApiDocument } from './openapi.document.js';
import { sampleBlock } from './samples.js';
import type { JsonSchema } from './shared-schemas.js';

/** The chapters before the operations, as the contents list them. */
export const guide = { begin: 'Begin', callers: 'Who may call', conventions: 'Conventions', errors: 'Errors' } as const;

const first = `API=http://localhost:3000

# Become a visitor of the site "demo".
curl -X POST "$API/v1/sites/demo/visitors" \\
  -H 'Content-Type: application/json' -d '{}'
TOKEN=                  # the "token" it answered

# Listen, in a second terminal.
curl -N "$API/v1/events/stream" \\
  -H "Authorization: Bearer $TOKEN"

# Say something.
curl -X POST "$API/v1/conversations" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{"clientId": "1", "message":
       {"clientId": "2", "text": "Hello"}}'`;

/** What each code means to the caller, beyond its title. */
const meanings: Record<ErrorCode, string> = {
  invalid: 'A field is missing, wrong or unknown. `errors` names each.',
  unauthenticated: 'No credential, or one that is no longer good.',
  code_required: 'The password is right, and two-factor is on: send the `code` too.',
  identity_invalid: 'The JWT that says who a visitor is does not hold. `detail` says why.',
  identity_expired: 'That JWT has expired. Ask the site for a fresh one.',
  forbidden: 'Known, but not allowed to do this.',
  banned: 'An agent has ended your part in this room. Everything else goes on.',
  blocked: 'An agent has ended what you can write. What you have said is still there to read.',
  origin_not_allowed: 'The site does not list this origin.',
  not_found: 'Not there, or not yours to see.',
  method_not_allowed: 'The address is right, the method is not.',
  conflict: 'The key or the `clientId` belongs to something else.',
  outdated: 'It has been changed since the `version` that the change was made to. Fetch it anew.',
  too_large: 'The body, a file or a picture is larger than the server takes.',
  unsupported_media_type: 'The body is not `application/json`, or the picture not of a kind that can be cleaned.',
  unreadable_picture: 'The picture is damaged or not what it seems.',
  attachment_gone: 'A file is not yours, in a message already, or was left alone for a day.',
  refused: 'A rule of the site says no. `detail` says which.',
  rate_limited: 'Too fast. `Retry-After` says when to go on.',
  internal: 'Our fault. Quote the `requestId`.',
  unavailable: 'Starting, stopping or without its database. Try again.',
};

/** What one reads once, before looking anything up. */
export function guideSections({ components }: OpenApiDocument): Html {
  const problem = components.schemas['Problem'] as JsonSchema;
  return html`
<section id="begin" class="split">
<div>
<h2>${guide.begin}</h2>
<p>You send with ordinary requests and receive over one long answer. Nothing else is needed: no socket, no library, no registration.</p>
<p>Three calls make a conversation. An agent sees it in the inbox at once, and what the agent answers appears in the stream.</p>
<p>The documents behind this page, for your tools: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1) and <a href="/asyncapi.json">asyncapi.json</a> (AsyncAPI 3.0).</p>
</div>
${sampleBlock('A first conversation', first)}
</section>

<section id="callers">
<h2>${guide.callers}</h2>
<dl class="terms">
<div><dt>Anyone</dt><dd>No credential. Browsers of other sites are answered for the origins that the site lists.</dd></div>
<div><dt>Visitor</dt><dd><code>Authorization: Bearer &lt;visitor token&gt;</code>. Reaches its own conversations and the rooms of its site; everything else is answered with 404.</dd></div>
<div><dt>Agent</dt><dd>The session cookie that signing in sets, or <code>Authorization: Bearer &lt;session token&gt;</code> for programs. With the cookie, what changes anything needs an <code>Origin</code> that is the API’s own.</dd></div>
<div><dt>Admin</dt><dd>An agent who manages sites and agents besides. An admin may do whatever an agent may.</dd></div>
</dl>
<p>A token never travels in an address.</p>
</section>

<section id="conventions">
<h2>${guide.conventions}</h2>
<dl class="terms">
<div><dt>Form</dt><dd>JSON in UTF-8, both ways. Ids are UUIDs, times ISO 8601 in UTC with milliseconds, lengths counted in characters (code points).</dd></div>
<div><dt>Growth</dt><dd>A field that a request may not have is refused, so that a misspelling never passes in silence. Ignore fields and event types that you do not know: there will be more.</dd></div>
<div><dt>Twice is once</dt><dd>Whoever creates something gives it a <code>clientId</code>. Send again whenever an answer was lost: the same <code>clientId</code> with the same content answers 200 and what was stored; with other content 409.</dd></div>
<div><dt>Stored is stored</dt><dd>A success means that the change is committed and survives the sudden death of the server.</dd></div>
<div><dt>Pages</dt><dd>Lists answer at most ${MAX_PAGE_SIZE} items, fewer with <code>limit</code>.</dd></div>
</dl>
</section>

<section id="errors" class="split">
<div>
<h2>${guide.errors}</h2>
<p>Whatever is not a success is <code>application/problem+json</code> (RFC 9457). Branch on <code>code</code>, from this closed list. 429 and 503 say in <code>Retry-After</code> when to try again.</p>
<dl class="codes">${(Object.keys(errorCodes) as ErrorCode[]).map(
    (
      code,
    ) => html`<div><dt><b>${errorCodes[code].status}</b> <code>${code}</code></dt><dd>${sentence(meanings[code])}</dd></div>
`,
  )}</dl>
<h3 id="Problem">Problem</h3>
${fieldList(fieldsOf(problem), 'optional')}
</div>
${sampleBlock('404 Not found', JSON.stringify(exampleOf(problem, components.schemas), null, 2))}
</section>
`;
}
