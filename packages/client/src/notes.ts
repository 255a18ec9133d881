import type { Core } from './core.js';
import type { ChatError } from './errors.js';
import { networkError } from './errors.js';
import type { Session } from './session.js';
import type { VisitorNotes } from './visitor-notes.js';

/** What the page tells of the visitor. Few pages tell anything: what it takes is fetched when one does. */
export class Notes {
  #notes: VisitorNotes | undefined;
  /** Those who are told of by the page: others have come since, if it is another object. */
  #subject = {};

  constructor(
    private readonly core: Core,
    private readonly session: Session,
    private readonly onError: (error: ChatError) => void,
  ) {}

  take(take: (notes: VisitorNotes) => void): void {
    const subject = this.#subject;
    import('./visitor-notes.js').then(
      ({ VisitorNotes }) => {
        this.#notes ??= new VisitorNotes(this.core, () => !this.session.outdated, this.onError);
        if (subject === this.#subject) take(this.#notes);
      },
      (error: unknown) => this.onError(networkError(error)),
    );
  }

  flush(): void {
    this.#notes?.flush();
  }

  clear(): void {
    this.#subject = {};
    this.#notes?.clear();
  }
}
