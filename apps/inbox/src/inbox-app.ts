import type { ChatClient } from '@porchlight/client';
import { createChatClient } from '@porchlight/client';
import type { Agent } from '@porchlight/protocol';
import type { DiscardEvent, LoadNewerEvent, RetryEvent, SeekEvent, SeenEvent } from '@porchlight/ui';
import { avatarStyles, base, controls } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import { CommandEvent } from './command-event.js';
import { IdleWatch, sharedLastInput } from './idle.js';
import { styles } from './inbox-app.styles.js';
import { InboxController } from './inbox-controller.js';
import { keepPage } from './keep-page.js';
import { Keyboard } from './keyboard.js';
import { listPane } from './list-pane.js';
import { listPaneStyles } from './list-pane.styles.js';
import { noticeStyles, notices } from './notices.js';
import { QueueCommands } from './queue-commands.js';
import { QueueController } from './queue-controller.js';
import { ReadAhead } from './read-ahead.js';
import { Router } from './router.js';
import type { View } from './routes.js';
import type { FoundEvent } from './search-panel.js';
import type { SettingsPlace } from './settings/sections.js';
import { settingsPlace } from './settings/sections.js';
import type { Command } from './shortcuts.js';
import { unreachable, unreachableStyles } from './unreachable.js';
import { Workspace } from './workspace.js';
import type { SendEvent, WriteEvent } from './write-events.js';
import './command-palette.js';
import './conversation-pane.js';
import './help-sheet.js';
import './search-panel.js';
import './sign-in.js';
import './transfer-dialog.js';
import './visitor-details.js';

/** The whole inbox: signing in, then the list, the conversation and the details beside each other. */
export class InboxApp extends LitElement {
  static override styles = [base, controls, avatarStyles, styles, listPaneStyles, noticeStyles, unreachableStyles];
  static override properties = { details: { state: true } };

  /** Whether the details are shown: a column of their own where there is room, else a layer above. */
  declare private details: boolean;

  readonly #client: ChatClient = createChatClient({ api: location.origin });
  readonly #inbox = new InboxController(this, this.#client);
  readonly #queue = new QueueController(this, this.#client);
  readonly #workspace = new Workspace(this, this.#client);
  readonly #idle = new IdleWatch(
    (idle) => this.#setAway(idle, true),
    sharedLastInput(() => localStorage),
    window,
  );
  readonly #router = new Router(() => this.#routeChanged());
  readonly #decide = new QueueCommands({
    state: () => this.#client.store.get(),
    queue: this.#queue,
    workspace: this.#workspace,
    router: this.#router,
    current: () =>
      this.#queue.conversation(this.#router.route.conversation ?? this.#element('conversation-list')?.atCursor),
    palette: () => this.#element('command-palette'),
    transfer: () => this.#element('transfer-dialog'),
    run: (command) => this.#run(command),
  });
  readonly #ahead = new ReadAhead((conversation) => this.#inbox.prepare(conversation));
  readonly #wide = matchMedia('(min-width: 1120px)');
  readonly #narrow = matchMedia('(max-width: 719px)');

  constructor() {
    super();
    this.details = this.#wide.matches;
    new Keyboard(
      this,
      (command) => this.#run(command),
      () => this.#element('conversation-pane')?.focus(),
    );
    keepPage(this);
    this.addEventListener(CommandEvent.type, (event) => this.#run((event as CommandEvent).command));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#router.connect();
    this.#idle.start();
    this.#inbox.show(this.#router.route.conversation);
    this.#wide.addEventListener('change', this.#widthChanged);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#router.disconnect();
    this.#idle.stop();
    this.#wide.removeEventListener('change', this.#widthChanged);
  }

  override updated(): void {
    const { agent, signedOut } = this.#inbox.state;
    const unread = agent ? this.#inbox.unread : 0;
    if (settingsPlace(location) && !signedOut) return;
    const title = signedOut ? 'Sign in · Porchlight' : 'Inbox · Porchlight';
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }

  override render() {
    const inbox = this.#inbox;
    const { agent, connection, signedOut } = inbox.state;
    if (signedOut) return html`<sign-in .ended=${agent !== undefined} .signIn=${inbox.signIn}></sign-in>`;
    if (agent) {
      void this.#queue.load(this.#router.route);
      this.#decide.prepare();
    }
    if (!agent && (inbox.broken || connection === 'offline')) return unreachable(inbox.broken, () => inbox.start());
    const place = settingsPlace(location);
    if (agent && place) return this.#settings(place);
    const details = this.details ? this.#conversationShown : undefined;
    const shown = details ? 'details' : this.#router.route.conversation ? 'conversation' : 'list';
    return html`
      <main class="columns" data-shown=${shown}>
        <h1 class="visually-hidden">Inbox</h1>
        ${this.#list()} ${this.#conversation()}
        ${
          details
            ? html`<visitor-details
                role="region"
                aria-label="Details"
                .client=${this.#client}
                .revision=${inbox.state.rooms.get(details.id)?.revision ?? 0}
                .conversation=${details}
                .visitor=${inbox.state.visitors.get(details.visitor?.id ?? '')}
              ></visitor-details>`
            : nothing
        }
      </main>
      ${this.#notices()}
      <search-panel .client=${this.#client} @inbox-found=${this.#found}></search-panel>
      <help-sheet></help-sheet>
      <command-palette></command-palette>
      <transfer-dialog></transfer-dialog>
    `;
  }

  get #rows() {
    const { route } = this.#router;
    return this.#queue.rows(route, route.conversation, this.#inbox.now);
  }

  get #conversationShown() {
    return this.#queue.conversation(this.#inbox.conversation?.id);
  }

  #notices() {
    const { notice, deletions } = this.#inbox;
    const { done, failed } = this.#queue;
    const undo = () => this.#undo();
    const problem = failed ?? notice;
    if (deletions.latest) return notices({ problem, done: 'Message deleted', undo });
    return notices({ problem, done: done?.words, undo: done?.undo && undo });
  }

  #settings(place: SettingsPlace) {
    // Few come here, so browsers fetch it when somebody does.
    import('./settings/settings-page.js').catch(() =>
      this.#inbox.say('The settings could not be loaded. Reload the page.'),
    );
    return html`
      <settings-page
        .client=${this.#client}
        .workspace=${this.#workspace}
        .me=${this.#me}
        .place=${place}
        .revision=${this.#workspace.revision}
      ></settings-page>
      ${this.#notices()}
    `;
  }

  /** As the list of agents knows it, which is kept up to date. */
  get #me(): Agent | undefined {
    const { agent } = this.#inbox.state;
    return agent && (this.#workspace.list('agents').find(({ id }) => id === agent.id) ?? agent);
  }

  #setAway(away: boolean, idle: boolean): void {
    if (!this.#inbox.state.agent) return;
    this.#client.call('setPresence', {}, { body: { away, idle } }).catch(() => undefined);
  }

  /** Takes back the latest: a deleted message can be had back for a moment, wherever one is. */
  #undo(): void {
    const { deletions } = this.#inbox;
    if (deletions.latest) deletions.undo(deletions.latest.id);
    else this.#queue.undo();
  }

  #list() {
    const inbox = this.#inbox;
    const { route } = this.#router;
    const { agent } = inbox.state;
    return listPane({
      route,
      rows: this.#rows,
      queue: this.#queue,
      state: inbox.state,
      now: inbox.now,
      unread: inbox.unread,
      me: this.#me,
      teams: this.#workspace.list('teams').filter(({ members }) => members.includes(agent?.id ?? '')),
      chips: this.#decide.chips(),
      run: (command) => this.#run(command),
      open: (conversation) => this.#router.go({ ...route, conversation }, { replace: true }),
      setAway: (away) => this.#setAway(away, false),
    });
  }

  #conversation() {
    const inbox = this.#inbox;
    return html`<conversation-pane
      role="region"
      aria-label="Conversation"
      .current=${this.#router.route.conversation}
      .conversation=${this.#conversationShown}
      .timeline=${inbox.timeline}
      .failure=${inbox.failure}
      .client=${this.#client}
      .me=${inbox.state.agent?.id ?? ''}
      .drafts=${inbox.drafts}
      .files=${inbox.files}
      .details=${this.details}
      .idle=${this.#queue.pages(this.#router.route).loaded && this.#rows.length === 0}
      @inbox-refetch=${() => inbox.refetch()}
      @inbox-write=${({ text, audience }: WriteEvent) => inbox.write(text, audience)}
      .editMessage=${inbox.editMessage}
      .deleteMessage=${inbox.deleteMessage}
      @inbox-send=${(send: SendEvent) => inbox.send(send.text, send.audience, send)}
      @chat-load-older=${() => inbox.loadOlder()}
      @chat-load-newer=${({ latest }: LoadNewerEvent) => inbox.loadNewer(latest)}
      @chat-seek=${({ id }: SeekEvent) => this.#seek(id)}
      @chat-seen=${({ seq }: SeenEvent) => inbox.seen(seq)}
      @chat-retry=${({ clientId }: RetryEvent) => inbox.retry(clientId)}
      @chat-discard=${({ clientId }: DiscardEvent) => inbox.discard(clientId)}
    ></conversation-pane>`;
  }

  #element<
    Name extends
      | 'command-palette'
      | 'conversation-list'
      | 'conversation-pane'
      | 'help-sheet'
      | 'search-panel'
      | 'transfer-dialog'
      | 'visitor-details',
  >(name: Name) {
    return this.renderRoot.querySelector(name);
  }

  /** Opens what a search has found, at the message. */
  async #found({ conversation, message }: FoundEvent): Promise<void> {
    this.#router.go({ ...this.#router.route, conversation });
    if (!message) return this.#focusConversation();
    await this.#client.openConversation(conversation).catch(() => undefined);
    if (this.#router.route.conversation === conversation) await this.#seek(message);
  }

  async #seek(id: string): Promise<void> {
    if (await this.#inbox.find(id)) await this.#element('conversation-pane')?.reveal(id);
  }

  #routeChanged(): void {
    const { conversation } = this.#router.route;
    if (!this.#wide.matches) this.details = false;
    this.#inbox.show(conversation);
    this.requestUpdate();
    this.#ahead.rest(conversation, this.#rows);
    // Where the columns fold to one, what had the focus is gone from the screen.
    if (this.#narrow.matches) void (conversation ? this.#focusConversation() : this.#focusList());
  }

  async #focusConversation(): Promise<void> {
    await this.updateComplete;
    await this.#element('conversation-pane')?.updateComplete;
    this.#element('conversation-pane')?.focus();
  }

  async #focusList(): Promise<void> {
    await this.updateComplete;
    await this.#element('conversation-list')?.focusRow();
  }

  readonly #widthChanged = () => {
    this.details = this.#wide.matches;
  };

  #run(command: Command): boolean {
    const { agent } = this.#inbox.state;
    if (!agent || settingsPlace(location)) return false;
    this.#commands[command]();
    return true;
  }

  readonly #commands: Record<Command, () => void> = {
    next: () => this.#element('conversation-list')?.move(1),
    previous: () => this.#element('conversation-list')?.move(-1),
    open: () => this.#element('conversation-list')?.openCursor(),
    leave: () => this.#leave(),
    reply: () => this.#element('conversation-pane')?.write('everyone'),
    note: () => this.#element('conversation-pane')?.write('agents'),
    status: () => this.#decide.toggleStatus(),
    claim: () => this.#decide.claim(),
    assign: () => this.#decide.assign(),
    transfer: () => this.#decide.transfer(),
    snooze: () => this.#decide.snooze(),
    undo: () => this.#undo(),
    select: () => this.#select(),
    filter: () => this.#decide.filter(),
    sort: () => this.#decide.toggleSort(),
    palette: () => this.#decide.find(),
    tag: () => void this.#tag(),
    details: () => {
      this.details = !this.details;
    },
    viewMine: () => this.#view('mine'),
    viewUnassigned: () => this.#view('unassigned'),
    viewOpen: () => this.#view('open'),
    viewMentions: () => this.#view('mentions'),
    teams: () => this.#decide.team(),
    viewSnoozed: () => this.#view('snoozed'),
    viewClosed: () => this.#view('closed'),
    viewRooms: () => this.#view('rooms'),
    viewAll: () => this.#view('all'),
    search: () => this.#element('search-panel')?.show(),
    help: () => this.#element('help-sheet')?.show(),
    signOut: () => void this.#inbox.signOut(),
  };

  #view(view: Exclude<View, 'team'>): void {
    const { sort } = this.#router.route;
    this.#router.go({ view, ...(sort && { sort }) });
  }

  /** Selects the row at the cursor; pressed again, no longer. */
  #select(): void {
    const id = this.#router.route.conversation ?? this.#element('conversation-list')?.atCursor;
    if (id && this.#queue.conversation(id)?.kind === 'support') this.#queue.select(id);
  }

  /** Opens the conversation at hand with its details, and there the field for a tag. */
  async #tag(): Promise<void> {
    this.#element('conversation-list')?.openCursor();
    this.details = true;
    await this.updateComplete;
    await this.#element('visitor-details')?.updateComplete;
    this.#element('visitor-details')?.tag();
  }

  /** One step back: from what is selected, from the details where they hide something, else from the conversation. */
  #leave(): void {
    const { conversation, ...list } = this.#router.route;
    if (this.#queue.selected.size > 0) {
      this.#queue.clearSelection();
    } else if (this.details && !this.#wide.matches) {
      this.details = false;
    } else if (conversation) {
      this.#router.go(list);
      void this.#focusList();
    }
  }
}

customElements.define('inbox-app', InboxApp);

declare global {
  interface HTMLElementTagNameMap {
    'inbox-app': InboxApp;
  }
}
