import type { Topic } from '@km-laas/contract';
import type { Page } from '../client/read.js';
import { listTopics } from '../client/topics.js';
import type { KmElement } from '../internal/km-element.js';
import { ResourceController } from './resource-controller.js';

/** A menu and how far below the element's own menu it stands. */
export interface TopicChoice {
  topic: Topic;
  depth: number;
}

/** The menus of e-LAAS as a filter: those below the element's `topic`, or all of them. */
export class TopicController extends ResourceController<Page<Topic>, readonly [string]> {
  readonly #host: KmElement;
  #root = '';
  #chosen = '';

  /** @param isWanted - Whether the element needs the menus at all; always when left out. */
  constructor(host: KmElement, isWanted = () => true) {
    super(host, {
      args: () => (isWanted() ? [host.apiAddress] : null),
      load: ([api], options) => listTopics({ api, ...options }),
    });
    this.#host = host;
  }

  /** Slug of the menu the reader has chosen; empty for none. */
  get chosen(): string {
    return this.#chosen;
  }

  /** Slug of the menu to ask for: the chosen one, else the element's own; empty for all. */
  get slug(): string {
    return this.#chosen || this.#host.topic;
  }

  /** Menus a reader can choose, each after the one it stands below. */
  get choices(): TopicChoice[] {
    const tree = this.value?.items ?? [];
    const { topic } = this.#host;
    return flatten(topic ? findTopic(tree, topic)?.children : tree);
  }

  /** Chooses a menu; an empty slug takes the choice back. */
  choose(slug: string): void {
    this.#chosen = slug;
    this.#host.requestUpdate();
  }

  /** Whether a menu is the one asked for or stands below it; true while the tree is unknown. */
  covers(slug: string | undefined): boolean {
    const found = this.slug && findTopic(this.value?.items, this.slug);
    return !found || (!!slug && !!findTopic([found], slug));
  }

  hostUpdate(): void {
    if (this.#host.topic !== this.#root) {
      this.#root = this.#host.topic;
      this.#chosen = '';
    }
  }
}

function findTopic(tree: readonly Topic[] | undefined, slug: string): Topic | undefined {
  for (const topic of tree ?? []) {
    if (topic.slug === slug || topic.earlierSlugs?.includes(slug)) return topic;
    const below = findTopic(topic.children, slug);
    if (below) return below;
  }
  return undefined;
}

function flatten(tree: readonly Topic[] | undefined, depth = 0): TopicChoice[] {
  return (tree ?? []).flatMap((topic) => [{ topic, depth }, ...flatten(topic.children, depth + 1)]);
}
