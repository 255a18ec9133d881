import { HEARTBEAT_MS } from '@porchlight/protocol';
import type { AsyncApiDocument, AsyncApiMessage } from './asyncapi.document.js';
import { exampleOf, referenced } from './example.js';
import { type Field, fieldList, fieldsOf, typeOf } from './fields.js';
import { type Html, html, sentence } from './html.js';
import { sampleBlock } from './samples.js';
import type { JsonSchema } from './shared-schemas.js';

/** The chapters about what arrives, as the contents list them. */
export const streamGuide = { frames: 'On the wire', cursors: 'Cursors', 'event-types': 'Event types' } as const;

/** How events travel, how nothing is missed, and what each event says. */
export function eventSections({ components }: AsyncApiDocument): Html {
  const { page: _, ...messages } = components.messages;
  const kept = (message: AsyncApiMessage) => message.headers?.properties?.['id'] !== undefined;
  const control = ['hello', 'reset', 'bye'];
  const chat = Object.values(messages).filter((message) => !control.includes(message.name));
  const list = (those: AsyncApiMessage[]) => those.map((message) => eventArticle(message, components.schemas));
  const frames = ['hello', 'message.created', 'typing'].map((name) =>
    frameOf(messages[name] as AsyncApiMessage, components.schemas),
  );
  const envelope = fieldsOf(messages['message.created']?.payload ?? {}).map((field) => ({
    ...field,
    ...general[field.name],
  }));
  return html`
<section id="frames" class="split">
<div>
<h2>${streamGuide.frames}</h2>
<p><code>event</code> names the type, <code>data</code> is one line of JSON, and <code>id</code>, where there is one, is your new cursor.</p>
<dl class="terms">
<div><dt>First</dt><dd><code>hello</code>, within a second. If it does not come, something on the way holds streams back: use the long poll.</dd></div>
<div><dt>In between</dt><dd>A comment, <code>: ping</code>, one second after <code>hello</code> and whenever ${HEARTBEAT_MS / 1000} seconds pass without an event. Two of them missing means that the connection is dead, even if nobody said so.</dd></div>
<div><dt>Last</dt><dd><code>bye</code> when the server stops, with the time to wait before coming back.</dd></div>
<div><dt>Too slow</dt><dd>Who lets 256 KiB wait unread is disconnected, and can resume.</dd></div>
<div><dt>No longer allowed</dt><dd>The stream ends; coming back answers 401. Do not try again by yourself then.</dd></div>
</dl>
</div>
${sampleBlock('A stream', `${frames.join('\n\n')}\n\n: ping`, 'wrapped')}
</section>

<section id="cursors">
<h2>${streamGuide.cursors}</h2>
<p>A cursor is a place in the log, at most 64 characters of <code>A-Z a-z 0-9 . _ -</code>. Keep the latest; do not look inside. Stream, long poll and the answers of sign-in all speak of the same ones, so you may change between them whenever you like.</p>
<dl class="terms">
<div><dt>A cursor you got</dt><dd>Everything kept since then, in order and once, then what happens live, without a gap or a repeat where the two meet. <code>resumed</code> is true.</dd></div>
<div><dt>No cursor</dt><dd>From now on. <code>resumed</code> is false.</dd></div>
<div><dt>One that cannot be taken up</dt><dd><code>reset</code> right after <code>hello</code>, with the reason: <code>epoch</code> (the database was restored), <code>ahead</code>, <code>pruned</code> (too old) or <code>malformed</code>. Fetch your state anew, then go on from the cursor in <code>hello</code>.</dd></div>
</dl>
</section>

<section id="event-types">
<h2>${streamGuide['event-types']}</h2>
<p>Every event but those about the stream itself has the same envelope.</p>
${fieldList(envelope, 'optional')}
<h3 id="DurableEvent">Kept</h3>
<p>Rows of the log. Each carries a cursor as <code>id</code>, comes in order, and comes again to those who missed it.</p>
${list(chat.filter(kept))}
<h3 id="TransientEvent">Fleeting</h3>
<p>They happen and are gone. They carry no <code>id</code> and never move your cursor.</p>
${list(chat.filter((message) => !kept(message)))}
<h3 id="control">About the stream itself</h3>
<p>Their <code>data</code> is what is listed, without an envelope.</p>
${list(control.map((name) => messages[name] as AsyncApiMessage))}
</section>
`;
}

/** What differs from event to event, in general words. */
const general: Record<string, Partial<Field>> = {
  type: { schema: { type: 'string' }, description: 'Which event it is, as in the `event` field of the stream.' },
  position: { description: 'Its place in the log; only if it is kept.', required: false },
  data: { schema: {}, description: 'What it says, as listed below.' },
};

function eventArticle({ name, summary, payload }: AsyncApiMessage, schemas: Record<string, JsonSchema>): Html {
  const shared = referenced(payload);
  const data = (shared === undefined ? payload.properties?.['data'] : schemas[shared]) as JsonSchema;
  return html`<article class="event" id="event-${name}">
<h4><a href="#event-${name}"><code>${name}</code></a>${referenced(data) !== undefined && html` ${typeOf(data)}`}</h4>
<p>${sentence(summary)}</p>
${data.properties && fieldList(fieldsOf(data), 'optional')}
</article>
`;
}

/** An event as it travels. */
function frameOf({ name, headers, payload }: AsyncApiMessage, schemas: Record<string, JsonSchema>): string {
  const data = exampleOf(payload, schemas);
  const id = headers?.properties?.['id'] ? `id: ${exampleOf(headers.properties['id'] as JsonSchema, schemas)}\n` : '';
  return `${id}event: ${name}\ndata: ${JSON.stringify(data)}`;
}
