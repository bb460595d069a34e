import { operationUrl } from '../../client/read.js';
import { Refusal } from '../../client/refusal.js';
import { send } from '../../client/send.js';
import { ServiceError, type FailureKind } from '../../client/service-error.js';
import type { SentPost } from '@km-laas/contract';
import { readStored, writeStored } from './browser-store.js';
import { outboxName } from './has-pending.js';

/** A post on its way. */
export interface Outgoing {
  /** Names this act of sending: the server makes one post of it, however often it arrives. */
  key: string;
  /** Whose it is: nobody else at this machine sends it. */
  member: string;
  /** `/threads`, or the replies of one. */
  path: string;
  body: Readonly<Record<string, unknown>>;
  /** When it was first sent, an ISO instant. */
  at: string;
  /** Why the server would not take it; it waits for its writer then. */
  refusal?: string;
}

/** What became of an attempt. */
export type Delivery =
  | { kind: 'sent'; post: SentPost }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'waiting'; failure: FailureKind; isKept?: boolean };

/** Who sends. */
export interface Sender {
  api: string;
  member: string;
  token: string;
  language: string;
}

/**
 * Posts that were written and have not been answered for, kept in this browser.
 *
 * One is kept before it leaves and forgotten when the server has answered, so that neither a line
 * that fails nor a tab that closes loses it; its key sees to it that it arrives once.
 */
export class Outbox {
  readonly #name: string;

  constructor(api: string) {
    this.#name = outboxName(api);
  }

  /** What a member has waiting, oldest first. */
  of(member: string): Outgoing[] {
    return this.#all().filter((post) => post.member === member);
  }

  /** Keeps a post; answers whether it will survive the tab. */
  put(post: Outgoing): boolean {
    return this.#write([...this.#all().filter(({ key }) => key !== post.key), post]);
  }

  /** Forgets a post. */
  take(key: string): void {
    this.#write(this.#all().filter((post) => post.key !== key));
  }

  /** Sends one post and forgets it where the server has answered for it. */
  async deliver(post: Outgoing, sender: Sender): Promise<Delivery> {
    return lockPost(post.key, async () => {
      try {
        const { data } = await send<{ data: SentPost }>(operationUrl(sender.api, post.path), {
          token: sender.token,
          language: sender.language,
          body: { ...post.body, key: post.key },
        });
        this.take(post.key);
        return { kind: 'sent', post: data };
      } catch (error) {
        if (error instanceof Refusal) return { kind: 'refused', refusal: error };
        const failure = error instanceof ServiceError ? error.kind : 'server';
        return { kind: 'waiting', failure };
      }
    });
  }

  /**
   * Sends what a member has waiting, one after the other, and stops at the first that cannot leave.
   *
   * What the server refuses stays with its reason, for its writer to mend.
   */
  async flush(sender: Sender): Promise<SentPost[]> {
    const sent: SentPost[] = [];
    for (const post of this.of(sender.member)) {
      // Another tab may have sent it meanwhile.
      if (post.refusal || !this.#all().some(({ key }) => key === post.key)) continue;
      const delivery = await this.deliver(post, sender);
      if (delivery.kind === 'waiting') break;
      if (delivery.kind === 'sent') {
        sent.push(delivery.post);
      } else if (isLater(delivery.refusal)) {
        break;
      } else {
        this.put({ ...post, refusal: delivery.refusal.message });
      }
    }
    return sent;
  }

  #all(): Outgoing[] {
    const kept = readStored<Outgoing[]>(this.#name);
    return Array.isArray(kept) ? kept.filter((post) => typeof post?.key === 'string') : [];
  }

  #write(posts: readonly Outgoing[]): boolean {
    return writeStored(this.#name, posts.length ? posts : undefined);
  }
}

/** A new name for an act of sending. */
export function createKey(): string {
  // `crypto.randomUUID` is missing on http pages, which many municipal ones still are.
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** Refusals that say nothing about the post: it may be taken another time. */
export function isLater({ status }: Refusal): boolean {
  return status === 401 || status === 429;
}

/** Keeps two tabs from sending the same post at once, where the browser can. */
function lockPost<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? (locks.request(`km ${key}`, work) as Promise<Result>) : work();
}
