import type { Attributes, ConnectionState, TrackedEvent } from '@porchlight/client';
import type { Conversation, Visitor } from '@porchlight/protocol';
import { afterPaint } from './after-paint.js';
import { IDENTITY, reflectAttributes, TEXT_ATTRIBUTES, takeEarlyProperties } from './attributes.js';
import { frameStyles, launcherStyles } from './chat-widget.styles.js';
import type { ChatEventDetail } from './events.js';
import { Frame } from './frame.js';
import { readHint } from './hint.js';
import { Launcher } from './launcher.js';
import type { LauncherStrings } from './locales/launcher.js';
import { firstWords } from './locales/launcher.js';
import type { Override } from './locales/override.js';
import type { AllStrings } from './locales/strings.js';
import type { Note, Panel } from './panel-contract.js';
import { announceReady } from './queue.js';
import { failed, waiting } from './waiting.js';
import { whenIdle } from './when-idle.js';

/** `bubble`: a launcher in the corner. `inline`: fills its place in the page. `page`: is as high as the window. */
export type ChatMode = 'bubble' | 'inline' | 'page';

// Importing must work where there is no DOM, for pages that are rendered on a server.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * `<chat-widget site="acme">`: the shell. It draws the launcher and stops; what is behind it is fetched when somebody
 * comes near.
 *
 * @attr {string} site - Key of the site at the API.
 * @attr {string} api - Origin of the API; by default where this script came from.
 * @attr {'bubble' | 'inline' | 'page'} [mode='bubble'] - A button in the corner, a part of the page, or as high as the window.
 * @attr {string} room - Key of a public room; without it the chat is private.
 * @attr {boolean} [open=false] - Whether the panel is shown (`bubble`).
 * @attr {'bottom-right' | 'bottom-left'} [position='bottom-right'] - Corner of the window (`bubble`).
 * @attr {'auto' | 'light' | 'dark'} [theme='auto'] - `auto` follows the system.
 * @attr {string} locale - Language tag; by default the page's, then the browser's.
 * @attr {string} heading - Stands in the header instead of the site's own.
 * @attr {boolean} [hide-launcher=false] - No button: for pages that call `open()` themselves.
 * @slot launcher-icon - Instead of the lantern.
 * @slot header - At the end of the panel's header.
 * @slot empty - What is shown before the first message.
 * @csspart launcher - The button in the corner.
 * @csspart badge - The number of unread messages on it.
 * @csspart panel - The frame of all the rest.
 * @csspart header - The upper end of the panel.
 * @csspart log - The scrolling list of messages.
 * @csspart message - A message with its avatar and its time.
 * @csspart bubble - What is written.
 * @csspart composer - The frame around the text field.
 * @csspart input - The text field.
 * @csspart send - The send button.
 * @cssprop {<color>} --chat-accent - Button, own messages and links; by default made from the site's hue.
 * @cssprop {<color>} --chat-surface - What everything stands on; white or almost black by default.
 * @cssprop {<color>} --chat-text - The other colours are mixed from this, the surface and the accent.
 * @cssprop {<length>} [--chat-radius=16px] - Of the panel's corners.
 * @cssprop {*} [--chat-font=system-ui] - A font-family.
 * @cssprop {<integer>} [--chat-z-index=2147483000] - Of button and panel.
 * @cssprop {<length>} [--chat-width=380px] - Of the floating panel.
 * @cssprop {<length>} [--chat-height=640px] - At most. With `inline`, exactly, and 100% by default.
 * @cssprop {<length>} [--chat-offset-x=20px] - From the side of the window.
 * @cssprop {<length>} [--chat-offset-y=20px] - From the lower end of the window.
 * @fires {CustomEvent<undefined>} chat-ready - The methods may be called.
 * @fires {CustomEvent<undefined>} chat-open - The panel was shown.
 * @fires {CustomEvent<undefined>} chat-close - The panel was hidden.
 * @fires {CustomEvent<{ message: Message }>} chat-message - One arrived, or one of the visitor's own was stored.
 * @fires {CustomEvent<{ count: number }>} chat-unread - The number of unseen messages changed.
 * @fires {CustomEvent<{ conversation: Conversation }>} chat-conversation - One was begun, opened, closed or reopened.
 * @fires {CustomEvent<{ connection: ConnectionState }>} chat-connection - The connection changed.
 * @fires {CustomEvent<{ code: string; detail: string }>} chat-error - Something failed; `detail` is for developers.
 * @tagname chat-widget
 */
export class ChatWidgetElement extends Base {
  static readonly observedAttributes = [...TEXT_ATTRIBUTES, 'open', 'hide-launcher'];

  declare site: string;
  declare api: string;
  declare mode: ChatMode;
  declare room: string;
  declare position: 'bottom-right' | 'bottom-left';
  declare theme: 'auto' | 'light' | 'dark';
  declare locale: string;
  declare heading: string;

  readonly #root: ShadowRoot;
  readonly #launcher: Launcher;
  readonly #sheet = new CSSStyleSheet();
  readonly #accent = new CSSStyleSheet();
  readonly #frameSheet = new CSSStyleSheet();
  /** Whether it has been in the page. */
  #met = false;
  /** Made when it is first shown: most visitors never open the chat. */
  #frame: Frame | undefined;
  #panel: Panel | undefined;
  #loading: Promise<Panel> | undefined;
  #inView: IntersectionObserver | undefined;
  #shown = false;
  #unread = 0;
  /** What the page has told, for every panel that there will be. */
  readonly #notes: Note[] = [];
  #strings: Override<AllStrings> | undefined;

  static {
    reflectAttributes(ChatWidgetElement.prototype);
  }

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    this.#sheet.replaceSync(launcherStyles);
    // Until it is known which colour it has. Not laid out in the task that ends the page's loading, which lays out all.
    this.#accent.replaceSync('.launcher{display:none}');
    this.#launcher = new Launcher(
      () => this.toggle(),
      () => this.#fetch().catch(() => {}),
    );
    this.#dress();
    this.#root.append(this.#launcher.button);
  }

  /** Shows the panel and moves the focus into it. */
  get open(): () => void {
    return () => {
      this.toggleAttribute('open', true);
      this.#takeFocus();
    };
  }

  // Frameworks assign the property where a template has the attribute; that must not replace the method.
  set open(shown: boolean | string | null | undefined | (() => void)) {
    this.toggleAttribute('open', shown === '' || Boolean(shown));
  }

  get hideLauncher(): boolean {
    return this.hasAttribute('hide-launcher');
  }

  set hideLauncher(hidden: boolean) {
    this.toggleAttribute('hide-launcher', hidden);
  }

  /** Words of the page's own, instead of those that the language has; see `AllStrings`. */
  get strings(): Override<AllStrings> | undefined {
    return this.#strings;
  }

  set strings(strings: Override<AllStrings> | null | undefined) {
    this.#strings = strings ?? undefined;
    this.#panel?.override(this.#strings);
    this.#render();
  }

  /** Messages of others that the visitor has not seen. */
  get unreadCount(): number {
    return this.#panel?.unreadCount ?? 0;
  }

  get connection(): ConnectionState {
    return this.#panel?.connection ?? 'idle';
  }

  /** The conversation that is shown, once the server knows it. */
  get conversation(): Conversation | undefined {
    return this.#panel?.conversation;
  }

  get visitor(): Visitor | undefined {
    return this.#panel?.visitor;
  }

  close(): void {
    this.removeAttribute('open');
  }

  toggle(): void {
    if (this.hasAttribute('open')) this.close();
    else this.open();
  }

  /** Sends a message as if the visitor had written it; begins a conversation where there is none. */
  sendMessage(text: string): void {
    this.#with((panel) => panel.send(text));
  }

  /** Puts a text into the composer, for the visitor to go on with. */
  prefill(text: string): void {
    this.#with((panel) => panel.prefill(text));
  }

  /** Shows an empty conversation; the visitor's first message begins it. */
  startConversation(): void {
    this.open();
    this.#with((panel) => panel.startConversation());
  }

  /**
   * Takes the site's word for who the visitor is: a JWT that its server has signed. Kept until the visitor acts or comes
   * back; contacts nobody before that. One that is not taken fires `chat-error`.
   */
  identify(jwt: string): void {
    this.#tell('identify', jwt);
  }

  /** Ends the session and forgets all that is kept in this browser, in every tab; for shared computers. */
  logout(): void {
    this.#notes.length = 0;
    if (!this.#panel && !readHint(this.site)?.session) return;
    this.#tell('logout');
    this.#with(() => {});
  }

  /** Tells agents of the visitor: flat values by name; null takes one away. */
  setAttributes(attributes: Attributes): void {
    this.#tell('setAttributes', attributes);
  }

  /** Tells agents what the visitor has done on the page. */
  track(event: string, data?: TrackedEvent['data']): void {
    this.#tell('track', event, data, location.href, Date.now());
  }

  connectedCallback(): void {
    if (this.#foreign) return;
    const first = !this.#met;
    this.#met = true;
    if (first) takeEarlyProperties(this, ['hideLauncher', 'open', 'strings']);
    this.#build();
    if (!first) return;
    this.#recall();
    queueMicrotask(() => {
      this.#emit('chat-ready', undefined);
      announceReady(this);
    });
  }

  disconnectedCallback(): void {
    this.#inView?.disconnect();
    this.#frame?.hide();
    this.#shown = false;
  }

  /** In another document it rests: the style sheets, and Lit's, serve only the one that they were made in. */
  adoptedCallback(): void {
    this.#dress();
    this.#startOver();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || this.#foreign) return;
    // What has been called before it was put into the page has its panel already.
    if (IDENTITY.includes(name) && (this.#met || this.#loading || this.#panel)) this.#startOver();
    if (!this.#met || !this.isConnected) return;
    if (name === 'open') this.#setShown(now !== null);
    else if (name === 'mode') this.#build();
    this.#render();
  }

  get #foreign(): boolean {
    return this.ownerDocument !== document;
  }

  #dress(): void {
    const foreign = this.#foreign;
    this.#root.adoptedStyleSheets = foreign ? [] : [this.#frameSheet, this.#sheet, this.#accent];
    this.#launcher.button.hidden = foreign;
  }

  get #floating(): boolean {
    return this.mode !== 'inline' && this.mode !== 'page';
  }

  /** What holds the panel in the present mode. */
  #makeFrame(): void {
    const floating = this.#floating;
    if (this.#frame?.floating === floating) return;
    this.#frame?.hide();
    this.#frame?.element.remove();
    this.#frameSheet.replaceSync(frameStyles);
    this.#frame = new Frame(floating, this.#launcher.button, () => this.close());
    this.#frame.element.append(this.#panel ?? waiting());
    this.#root.append(this.#frame.element);
    this.#shown = false;
  }

  /** Takes its place in the page, in the present mode. */
  #build(): void {
    const floating = this.#floating;
    if (!floating || this.#frame) this.#makeFrame();
    this.#inView?.disconnect();
    if (floating) {
      this.#setShown(this.hasAttribute('open'));
    } else {
      // A part of the page is fetched once it comes into view.
      this.#inView = new IntersectionObserver(
        (entries) => this.#setShown(entries.some((entry) => entry.isIntersecting)),
        { rootMargin: '200px' },
      );
      this.#inView.observe(this);
    }
    this.#render();
  }

  /** A returning visitor is connected again once the page has nothing better to do. */
  #recall(): void {
    // Storage lets the page wait when it is first asked, and the page may be busy loading.
    setTimeout(() => {
      const hint = readHint(this.site);
      this.#applyHue(hint?.hue);
      if (hint?.session && this.isConnected) whenIdle(() => this.#with((panel) => panel.resume()));
    });
  }

  #render(): void {
    const open = this.hasAttribute('open');
    const words = this.#words;
    const unread = open ? 0 : this.#unread;
    let label = open ? words.close : words.open;
    // Whoever has counted has all the words.
    if (unread > 0) label += `, ${this.#panel?.strings.unread(unread)}`;
    this.#launcher.show(label, open, unread);
    this.#frame?.element.setAttribute('aria-label', this.heading || words.chat);
    if (!this.#panel) return;
    this.#panel.heading = this.heading;
    this.#panel.closable = this.#floating;
    this.#panel.active = this.#shown;
  }

  #setShown(shown: boolean): void {
    if (shown === this.#shown) return;
    if (shown) this.#makeFrame();
    this.#shown = shown;
    if (shown) {
      this.#frame?.show();
      this.#with((panel) => panel.resume());
    } else {
      this.#frame?.hide();
    }
    this.#render();
    if (this.#floating) this.#emit(shown ? 'chat-open' : 'chat-close', undefined);
  }

  /** The focus goes into the panel, and back to where it was when the panel closes. */
  #takeFocus(): void {
    const before = document.activeElement === this ? this.#root.activeElement : document.activeElement;
    const page = before === document.body ? null : before;
    this.#frame?.takeFocus(page instanceof HTMLElement ? page : this.#launcher.button);
    this.#with((panel) => afterPaint(() => panel.focusInput()));
  }

  get #words(): LauncherStrings {
    return this.#panel?.strings ?? { ...firstWords(this.locale), ...this.#strings };
  }

  /** Fetches what the panel is made of; from the second time on there is nothing left to fetch. */
  #fetch() {
    return Promise.all([
      import('./panel/panel.js'),
      import('./locales/load.js').then(({ loadWords }) => loadWords(this.locale)),
    ]);
  }

  #tell(...note: Note): void {
    // Who tells for ever what happens, to nobody, is not kept for ever.
    if (note[0] !== 'track' || this.#notes.length < 500) this.#notes.push(note);
    this.#panel?.tell(note);
  }

  /** Does something with the panel, once it is there. */
  #with(action: (panel: Panel) => unknown): void {
    if (this.#foreign) return;
    this.#loading ??= this.#load();
    this.#loading.then(action).catch((error: unknown) => {
      if (this.#panel) reportError(error);
    });
  }

  async #load(): Promise<Panel> {
    try {
      const [{ createPanel }, words] = await this.#fetch();
      // Two may have been waiting, if the site was changed meanwhile.
      if (this.#panel) return this.#panel;
      this.#makeFrame();
      const { site, room } = this;
      this.#panel = createPanel({
        api: this.api || new URL(import.meta.url).origin,
        site,
        room: room || undefined,
        ...words,
        notes: this.#notes,
        host: {
          emit: (type, detail) => this.#emit(type, detail),
          close: () => this.close(),
          changed: () => this.#panelChanged(),
          paint: (hue) => this.#applyHue(hue),
        },
      });
      this.#panel.override(this.#strings);
      this.#frame?.element.replaceChildren(this.#panel);
      this.#render();
      return this.#panel;
    } catch (error) {
      this.#loading = undefined;
      this.#frame?.element.replaceChildren(failed(this.#words, () => this.#retry()));
      this.#emit('chat-error', { code: 'load', detail: String(error) });
      throw error;
    }
  }

  #retry(): void {
    import.meta.retry = `?retry=${Date.now()}`;
    this.#frame?.element.replaceChildren(waiting());
    this.#with((panel) => panel.resume());
  }

  /** Another site, room or language: the chat that was here is over. */
  #startOver(): void {
    this.#panel?.dispose();
    this.#panel = this.#loading = undefined;
    this.#unread = 0;
    this.#frame?.element.replaceChildren(waiting());
    this.#recall();
    if (this.#shown) this.#with((panel) => panel.resume());
  }

  #panelChanged(): void {
    const { unreadCount } = this;
    if (unreadCount === this.#unread) return;
    this.#unread = unreadCount;
    this.#render();
    this.#emit('chat-unread', { count: unreadCount });
  }

  #applyHue(hue: number | undefined): void {
    this.#accent.replaceSync(Number.isFinite(hue) ? `:host{--pl-hue:${hue}}` : '');
  }

  #emit<Type extends keyof ChatEventDetail>(type: Type, detail: ChatEventDetail[Type]): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface ImportMeta {
    /** Added to the addresses that are imported; see vite.config.ts. Without an effect where another bundler is at work. */
    retry?: string;
  }

  interface HTMLElementTagNameMap {
    'chat-widget': ChatWidgetElement;
  }
}
