import type { Mine } from '@km-laas/contract';
import { ResourceController } from '../../controllers/resource-controller.js';
import type { KmElement } from '../../internal/km-element.js';
import type { BoardMember } from './board-member.js';

/** What of one thread is the member's own. */
export type MyThread = Mine['threads'][number];
/** What of one reply is. */
export type MyReply = Mine['replies'][number];

/** What of the board is the signed-in member's own: votes, unread marks, posts that are held. */
export class MyBoard extends ResourceController<Mine, readonly [string, string, string]> {
  readonly #host: KmElement;

  /** @param ids - Threads on show. */
  constructor(host: KmElement, member: BoardMember, ids: () => readonly string[]) {
    super(host, {
      args: () =>
        member.isSignedIn ? [host.apiAddress, member.member!.id, ids().slice(0, 100).join()] : null,
      load: async ([, , asked], { signal }) => {
        const query = asked ? { ids: asked } : {};
        const { data } = await member.ask<{ data: Mine }>('/threads/mine', { query, signal });
        return data;
      },
    });
    this.#host = host;
  }

  thread(id: string): MyThread | undefined {
    return this.value?.threads?.find((thread) => thread.id === id);
  }

  reply(id: string): MyReply | undefined {
    return this.value?.replies?.find((reply) => reply.id === id);
  }

  /** Takes over what an act of the member has changed, without asking again. */
  noteThread(id: string, change: Partial<MyThread>): void {
    this.#note({
      threads: (this.value?.threads ?? []).map((thread) =>
        thread.id === id ? { ...thread, ...change } : thread
      ),
    });
  }

  /** The same for a reply. */
  noteReply(id: string, thread: string, helpful: boolean): void {
    const none = { id, thread, isAuthor: false, canEdit: false, freeEditUntil: null };
    const others = (this.value?.replies ?? []).filter((reply) => reply.id !== id);
    this.#note({ replies: [...others, { ...(this.reply(id) ?? none), helpful }] });
  }

  #note(change: Partial<Mine>): void {
    if (this.value) this.value = { ...this.value, ...change };
    this.#host.requestUpdate();
  }
}
