import type { ChatClient } from '@porchlight/client';
import { ChatError } from '@porchlight/client';
import type { Agent } from '@porchlight/protocol';
import { avatarStyles, base, controls, icons } from '@porchlight/ui';
import { html, LitElement, nothing } from 'lit';
import type { Workspace } from '../workspace.js';
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

  constructor() {
    super();
    this.busy = false;
  }

  /**
   * Does what somebody asked for, one thing at a time; says `told` once it is done, else why it was not. Answers whether it
   * was.
   */
  protected async attempt(
    action: () => Promise<unknown>,
    { told, refused }: { told?: string; refused?: string } = {},
  ): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = this.told = undefined;
    try {
      await action();
      this.told = told;
      return true;
    } catch (error) {
      if (!this.settle(error)) this.problem = problemWords(error, refused);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** For what a section tells in its own way; answers whether it has. */
  protected settle(_error: unknown): boolean {
    return false;
  }

  protected notices() {
    return html`
      <div class="problem" role="alert">${this.problem ? html`${icons.alert}<span>${this.problem}</span>` : nothing}</div>
      <div class="told" role="status">${this.told ? html`${icons.check}<span>${this.told}</span>` : nothing}</div>
    `;
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
