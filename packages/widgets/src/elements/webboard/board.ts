import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { TopicController } from '../../controllers/topic-controller.js';
import type { KmElement } from '../../internal/km-element.js';
import type { BoardMember } from './board-member.js';
import type { BoardRoute } from './board-route.js';
import type { MyBoard } from './my-board.js';
import type { PendingPosts } from './pending-posts.js';
import type { WebboardTranslation } from './webboard.th.js';

/** What the parts of the board share. */
export interface Board {
  readonly host: KmElement;
  readonly route: BoardRoute;
  readonly member: BoardMember;
  readonly mine: MyBoard;
  readonly topics: TopicController;
  readonly localize: LocalizeController<WebboardTranslation>;
  /** Lets a reader sign in; answers whether they did, and says why they could not. */
  signIn(): Promise<boolean>;
  /** Posts that have not left; fetched with the first. */
  pending(): Promise<PendingPosts>;
  /** Goes to where a draft that was just given back is written on. */
  mend(place: string): void;
  /** Reads what is on show again, after something was changed. */
  reload(): void;
  /** Tells readers of a screen reader what has happened. */
  say(words: string): void;
}
