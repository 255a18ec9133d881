import type { ChatClient } from '@porchlight/client';
import type { Agent, Audience, CannedReply, Conversation } from '@porchlight/protocol';
import type { Composer } from '@porchlight/ui';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { html, nothing } from 'lit';
import { fillIn, firstHole } from './canned-variables.js';
import type { Suggestion, Trigger } from './completion.js';
import { matching, triggerAt } from './completion.js';
import type { SuggestionEvent, SuggestionList } from './suggestion-list.js';
import { Workspace } from './workspace.js';
import './suggestion-list.js';

/** So many are shown; who does not find it among them types one letter more. */
const SHOWN = 8;

export interface CompletingHost extends ReactiveControllerHost {
  readonly client: ChatClient;
  readonly audience: Audience;
  readonly composer: Composer | null;
  readonly subject: Conversation | undefined;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Completes what an agent types: `/` becomes a canned reply with its variables filled in, and in notes `@` an agent. The
 * field keeps the focus; arrows choose, Enter or Tab takes, Escape leaves what was typed.
 */
export class Completing implements ReactiveController {
  #workspace: Workspace | undefined;
  #trigger: Trigger | undefined;
  #at = 0;
  /** Where a trigger stands that was left with Escape. */
  #left: number | undefined;

  constructor(private readonly host: CompletingHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#workspace ??= new Workspace(this.host, this.host.client);
  }

  /** Agents whom a note can name. */
  get agents(): readonly Agent[] {
    return this.#workspace?.list('agents').filter(({ disabled }) => !disabled) ?? [];
  }

  hostUpdated(): void {
    const input = this.host.composer?.input;
    if (!input) return;
    const list = this.host.renderRoot.querySelector<SuggestionList>('suggestion-list');
    const open = list !== null;
    // A field of several lines cannot be said to be expanded (WAI-ARIA 1.2, textbox).
    input.ariaHasPopup = open ? 'listbox' : null;
    input.ariaAutoComplete = open ? 'list' : null;
    void list?.updateComplete.then(() => {
      // Newer than some browsers that we support; they read out what is chosen once it is taken.
      if ('ariaActiveDescendantElement' in input) input.ariaActiveDescendantElement = list.active;
    });
    if (!open && 'ariaActiveDescendantElement' in input) input.ariaActiveDescendantElement = null;
  }

  /** The text or the caret has moved. */
  follow(): void {
    const input = this.host.composer?.input;
    const marks = this.host.audience === 'agents' ? '/@' : '/';
    const trigger = input ? triggerAt(input.value, input.selectionEnd, marks) : undefined;
    if (trigger?.start !== this.#trigger?.start || trigger?.word !== this.#trigger?.word) this.#at = 0;
    if (trigger?.start !== this.#left) this.#left = undefined;
    this.#trigger = trigger;
    this.host.requestUpdate();
  }

  /** Takes the keys that are for the list while it is open. */
  keydown(event: KeyboardEvent): void {
    const { items } = this.#open();
    if (items.length === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.#at = (this.#at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length;
        this.host.requestUpdate();
        break;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey) return;
        this.#take(items[this.#at]?.id);
        break;
      case 'Escape':
        this.close();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  close(): void {
    this.#left = this.#trigger?.start;
    this.#trigger = undefined;
    this.host.requestUpdate();
  }

  /** Whether a text may go out: not with a variable that nobody has filled in. That one is selected. */
  isWhole(text: string): boolean {
    const hole = firstHole(text);
    if (hole) this.#selectHole();
    return !hole;
  }

  render() {
    const { items, label } = this.#open();
    if (items.length === 0) return nothing;
    return html`<suggestion-list
      .items=${items}
      .label=${label}
      .at=${this.#at}
      @inbox-suggestion=${({ id }: SuggestionEvent) => this.#take(id)}
    ></suggestion-list>`;
  }

  #open(): { items: Suggestion[]; label: string } {
    const trigger = this.#trigger;
    if (!trigger || trigger.start === this.#left) return { items: [], label: '' };
    if (trigger.mark === '@') {
      const found = matching(this.agents, trigger.word, ({ name, email }) => ({ key: email, label: name }));
      return {
        items: found.slice(0, SHOWN).map(({ id, name, email }) => ({ id, label: name, hint: email })),
        label: 'Agents',
      };
    }
    const found = matching(this.#canned, trigger.word, ({ shortcut, title }) => ({ key: shortcut, label: title }));
    return {
      items: found.slice(0, SHOWN).map(({ id, title, shortcut, text }) => ({
        id,
        label: shortcut ? `/${shortcut}` : title,
        hint: shortcut ? `${title} \u2013 ${text}` : text,
      })),
      label: 'Canned replies',
    };
  }

  /** Those that are for this site; of two with one shortcut the agent's own. */
  get #canned(): CannedReply[] {
    const site = this.host.subject?.site ?? '';
    const here = (this.#workspace?.list('canned') ?? []).filter(({ sites }) => !sites || sites.includes(site));
    return here.filter(
      (reply) =>
        reply.ownerId !== undefined ||
        !reply.shortcut ||
        !here.some((own) => own.ownerId !== undefined && own.shortcut?.toLowerCase() === reply.shortcut?.toLowerCase()),
    );
  }

  #take(id: string | undefined): void {
    const trigger = this.#trigger;
    const { composer } = this.host;
    if (!trigger || !composer) return;
    this.#trigger = undefined;
    if (trigger.mark === '@') {
      const agent = this.agents.find((other) => other.id === id);
      if (agent) composer.insert(`@${agent.name} `, trigger.start);
    } else {
      const reply = this.#canned.find((other) => other.id === id);
      if (reply)
        composer.insert(
          fillIn(reply.text, (name) => this.#valueOf(name)),
          trigger.start,
        );
      this.#selectHole();
    }
    composer.focus();
    this.host.requestUpdate();
  }

  #selectHole(): void {
    const input = this.host.composer?.input;
    const hole = firstHole(input?.value ?? '');
    if (!input || !hole) return;
    input.focus();
    input.setSelectionRange(hole.start, hole.end);
  }

  /** What a variable stands for in this conversation, if it is known. */
  #valueOf(variable: string): string | undefined {
    const { client, subject } = this.host;
    const [of, name = ''] = [variable.slice(0, variable.indexOf('.')), variable.slice(variable.indexOf('.') + 1)];
    const { agent, visitors } = client.store.get();
    if (of === 'agent') return name === 'name' ? agent?.name : name === 'email' ? agent?.email : undefined;
    if (of === 'site') {
      const site = this.#workspace?.list('sites').find(({ key }) => key === subject?.site);
      return name === 'name' ? site?.name : name === 'key' ? subject?.site : undefined;
    }
    const visitor = visitors.get(subject?.visitor?.id ?? '');
    // A name that we have made up is none to address somebody by.
    if (name === 'name') return visitor?.named ? visitor.name : undefined;
    if (name === 'email') return visitor?.email;
    const attribute = visitor?.attributes?.[name];
    return attribute === undefined ? undefined : String(attribute);
  }
}
