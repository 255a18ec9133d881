import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { concat, filter, from, type Observable, Subject, take } from 'rxjs';
import type { Principal } from '../auth/principal.js';
import type { Revocation } from './log.js';
import { LogTail } from './tail.js';

/** Longer than anybody takes from proving who he is to hearing of revocations, in milliseconds. */
const MEMORY_MS = 60_000;

/** Tells when somebody's access ends, on whichever process that was (RS5, AU4). */
@Injectable()
export class Revocations implements OnApplicationBootstrap {
  /** Ids of sessions, visitors' tokens, visitors and agents, when their access ends. */
  readonly revoked = new Subject<string>();
  private readonly recent = new Map<string, NodeJS.Timeout>();

  constructor(private readonly tail: LogTail) {}

  onApplicationBootstrap(): void {
    this.tail.entries.subscribe(({ type, data }) => {
      if (type === 'access.revoked') this.note((JSON.parse(data) as Revocation).credentialId);
    });
  }

  /** Whether the principal's access has ended since it proved itself. */
  hasEnded({ id, credentialId }: Principal): boolean {
    return this.recent.has(id) || this.recent.has(credentialId);
  }

  /** Emits once, when the principal's access ends; at once when it has ended since the principal proved itself. */
  of({ id, credentialId }: Principal): Observable<string> {
    return concat(from([...this.recent.keys()]), this.revoked).pipe(
      filter((each) => each === id || each === credentialId),
      take(1),
    );
  }

  private note(id: string): void {
    clearTimeout(this.recent.get(id));
    this.recent.set(id, setTimeout(() => this.recent.delete(id), MEMORY_MS).unref());
    this.revoked.next(id);
  }
}
