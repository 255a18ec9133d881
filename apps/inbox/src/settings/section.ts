import type { ChatClient } from '@porchlight/client';
import { ChatError } from '@porchlight/client';
import type { Agent } from '@porchlight/protocol';
import { avatarStyles, base, controls, icons } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import type { Workspace } from '../workspace.js';
import type { Source } from './paged-list.js';
import { PagedList } from './paged-list.js';
import { problemWords } from './problem-words.js';
import { settings } from './settings.styles.js';

/** What every section of the settings has: who asks, what is shared, and a way to change something and say what came of it. */
export abstract class SettingsSection extends LitElement {
  static override styles = [base, controls, avatarStyles, settings];
  static override properties = {
    client: { attribute: false },
    workspace: { attribute: false },
    me: { attribute: false },
    revision: { attribute: false },
    busy: { state: true },
    problem: { state: true },
    told: { state: true },
    undo: { state: true },
  };

  declare client: ChatClient;
  declare workspace: Workspace;
  declare me: Agent;
  /** Another one: what all agents share has changed. */
  declare revision: unknown;
  /** Whether something is under way. */
  declare protected busy: boolean;
  declare protected problem: string | undefined;
  /** What has been done. */
  declare protected told: string | undefined;
  /** Takes back what has been done, where that can be. */
  declare protected undo: (() => Promise<unknown>) | undefined;

  constructor() {
    super();
    this.busy = false;
  }

  /**
   * Does what somebody asked for, one thing at a time; says `told` once it is done, with a button where `undo` takes it back,
   * else why it was not. Answers whether it was.
   */
  protected async attempt(
    action: () => Promise<unknown>,
    { told, refused, undo }: { told?: string; refused?: string; undo?: () => Promise<unknown> } = {},
  ): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.hush();
    try {
      await action();
      this.told = told;
      this.undo = undo;
      // What had the focus is gone, most likely.
      if (undo) void this.focusOn('.told .button');
      return true;
    } catch (error) {
      if (!this.settle(error)) this.problem = problemWords(error, refused);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** For what a section tells in its own way, as that somebody else has changed the same; answers whether it does. */
  protected settle(error: unknown): boolean {
    return isOutdated(error);
  }

  /** Takes back what has been said: something else has begun. */
  protected hush(): void {
    this.problem = this.told = this.undo = undefined;
  }

  protected notices() {
    const { problem, told, undo } = this;
    return html`<div class="notices">
      <div class="problem" role="alert">${problem ? html`${icons.alert}<span>${problem}</span>` : nothing}</div>
      <div class="told" role="status">
        ${told ? html`${icons.check}<span>${told}</span>` : nothing}
        ${told && undo ? html`<button class="button small" @click=${() => this.#takeBack(undo)}>Undo</button>` : nothing}
      </div>
    </div>`;
  }

  #takeBack(undo: () => Promise<unknown>) {
    void this.attempt(undo, { told: 'Taken back' });
  }

  /** Moves the focus to what has just appeared. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** A list of which the section shows as much as somebody asks for; fetched once, and whenever `revision` is another. */
  protected pagedList<Item>(read: Source<Item>['read'], revision: Source<Item>['revision'] = () => 0): PagedList<Item> {
    const onFailure = () => {
      this.problem = 'The list could not be loaded. Reload the page to try again.';
    };
    return new PagedList(this, { read, revision, onFailure });
  }

  /** The way to more of a list, where there is more. */
  protected moreButton(list: PagedList<unknown>) {
    return list.hasMore
      ? html`<div class="actions">
          <button class="button" aria-disabled=${this.busy} @click=${() => this.attempt(() => list.more())}>Show more</button>
        </div>`
      : nothing;
  }

  protected submitButton(label: string, busyLabel = 'Saving…') {
    return html`<button class="button primary" aria-disabled=${this.busy}>${this.busy ? busyLabel : label}</button>`;
  }
}

/** The fields of a form by their names, white space around them taken away. */
export function valuesOf(event: SubmitEvent): Record<string, string> {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  return Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']));
}

export const isOutdated = (error: unknown) => error instanceof ChatError && error.code === 'outdated';
