/** An agent says whether they are answering. */
export class PresenceEvent extends Event {
  static readonly type = 'inbox-presence';

  constructor(readonly away: boolean) {
    super(PresenceEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'inbox-presence': PresenceEvent;
  }
}
