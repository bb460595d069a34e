import type { SentPost } from '@km-laas/contract';
import { MemberError } from '../../client/member-error.js';
import type { Draft } from './drafts.js';
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
  /** What its writer typed, to be given back. */
  draft: Draft;
  /** When it was first sent, an ISO instant. */
  at: string;
  /** Why the server would not take it; it waits for its writer then. */
  refusal?: string;
}

/** What became of an attempt. */
export type Delivery =
  | { kind: 'sent'; post: SentPost }
  | { kind: 'refused'; refusal: MemberError }
  /** Nobody knows whether it arrived. `isKept`: it stays in this browser and is sent again. */
  | { kind: 'waiting'; isKept: boolean };

/** Sends one post and answers what the server made of it. */
export type Send = (path: string, body: object) => Promise<{ data: SentPost }>;

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

  /** Sends one post, and forgets it where the server has taken it. */
  async deliver({ key, path, body }: Outgoing, send: Send): Promise<Delivery> {
    return lockPost(key, async () => {
      try {
        const { data } = await send(path, { ...body, key });
        this.take(key);
        return { kind: 'sent', post: data };
      } catch (error) {
        const isLost = !(error instanceof MemberError) || /^(offline|server)$/.test(error.kind);
        return isLost
          ? { kind: 'waiting', isKept: this.#all().some((post) => post.key === key) }
          : { kind: 'refused', refusal: error };
      }
    });
  }

  /**
   * Sends what a member has waiting, one after the other, and stops at the first that cannot leave.
   *
   * What the server refuses stays with its reason, for its writer to mend.
   */
  async flush(member: string, send: Send): Promise<SentPost[]> {
    const sent: SentPost[] = [];
    for (const post of this.of(member)) {
      // Another tab may have sent it meanwhile.
      if (post.refusal || !this.#all().some(({ key }) => key === post.key)) continue;
      const delivery = await this.deliver(post, send);
      if (delivery.kind === 'sent') {
        sent.push(delivery.post);
      } else if (delivery.kind === 'refused' && delivery.refusal.kind === 'refused') {
        this.put({ ...post, refusal: delivery.refusal.message });
      } else {
        break;
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

/** Keeps two tabs from sending the same post at once, where the browser can. */
function lockPost<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? (locks.request(`km ${key}`, work) as Promise<Result>) : work();
}
