import type { Topic } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chevronIcon } from '../../internal/icons.js';

/** What a tree of menus shows and tells. */
export interface TopicTree {
  /** Names the menus of the first level and of all levels below. */
  topics: readonly Topic[];
  /** Slug of the chosen menu; empty for all. */
  chosen: string;
  /** Slugs of the menus whose menus are shown. */
  opened: ReadonlySet<string>;
  titleOf: (topic: Topic) => string;
  /** Accessible name of the button that opens a menu. */
  menusOf: (title: string) => string;
  choose: (slug: string) => void;
  toggle: (slug: string) => void;
}

/** Menus in levels that open and close. */
export function renderTopicTree(tree: TopicTree): TemplateResult {
  return html`<ul role="list">
    ${tree.topics.map((topic) => renderTopic(topic, tree))}
  </ul>`;
}

/** A menu to choose. */
export function renderChoice(
  slug: string,
  title: string,
  { chosen, choose }: Pick<TopicTree, 'chosen' | 'choose'>
): TemplateResult {
  return html`<button
    class="topic"
    part="topic"
    type="button"
    aria-current=${slug === chosen ? 'true' : nothing}
    @click=${() => choose(slug)}
  >
    ${title}
  </button>`;
}

/** The menu of a slug, also of one it had before. */
export function findTopic(topics: readonly Topic[], slug: string): Topic | undefined {
  for (const topic of topics) {
    if (topic.slug === slug || topic.earlierSlugs?.includes(slug)) return topic;
    const below = findTopic(topic.children, slug);
    if (below) return below;
  }
  return undefined;
}

/** Moves the focus up and down the menus; opens with the right arrow, closes with the left one. */
export function walkTopics(event: KeyboardEvent): void {
  const branch = (event.target as Element).closest('.branch');
  const twist = branch?.querySelector<HTMLElement>('.twist');
  const wanted = { ArrowRight: 'false', ArrowLeft: 'true' }[event.key];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (wanted) {
    if (twist?.ariaExpanded === wanted) twist.click();
  } else if (step) {
    const menus = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('.topic')];
    const here = menus.findIndex((menu) => branch?.contains(menu));
    menus[here + step]?.focus();
  } else {
    return;
  }
  event.preventDefault();
}

function renderTopic(topic: Topic, tree: TopicTree): TemplateResult {
  const title = tree.titleOf(topic);
  const isOpen = tree.opened.has(topic.slug);
  return html`<li>
    <div class="branch">
      ${
        topic.children.length
          ? html`<button
              class="twist"
              type="button"
              aria-label=${tree.menusOf(title)}
              aria-expanded=${isOpen}
              @click=${() => tree.toggle(topic.slug)}
            >
              ${chevronIcon}
            </button>`
          : nothing
      }
      ${renderChoice(topic.slug, title, tree)}
    </div>
    ${isOpen ? renderTopicTree({ ...tree, topics: topic.children }) : nothing}
  </li>`;
}
