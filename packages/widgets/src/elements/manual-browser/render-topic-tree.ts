import type { Topic } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chevronIcon } from '../../internal/icons.js';

/** What a tree of menus shows and tells. */
export interface TopicTree {
  topics: readonly Topic[];
  /** Slug of the chosen menu; empty for all. */
  chosen: string;
  titleOf: (topic: Topic) => string;
  /** @param isLast - Whether there is nothing below it to choose from. */
  choose: (slug: string, isLast: boolean) => void;
}

/** Menus in levels; choosing one opens or closes the level below it. */
export function renderTopicTree(tree: TopicTree): TemplateResult {
  return html`<ul role="list">
    ${tree.topics.map(
      (topic) =>
        html`<li>
          ${
            topic.children.length
              ? html`<details>
                  <summary
                    class="topic"
                    part="topic"
                    aria-current=${topic.slug === tree.chosen ? 'true' : nothing}
                    @click=${() => tree.choose(topic.slug, false)}
                  >
                    ${tree.titleOf(topic)} ${chevronIcon}
                  </summary>
                  ${renderTopicTree({ ...tree, topics: topic.children })}
                </details>`
              : renderTopic(topic.slug, tree.titleOf(topic), tree)
          }
        </li>`
    )}
  </ul>`;
}

/** A menu without menus of its own. */
export function renderTopic(
  slug: string,
  title: string,
  { chosen, choose }: Pick<TopicTree, 'chosen' | 'choose'>
): TemplateResult {
  return html`<button
    class="topic"
    part="topic"
    type="button"
    aria-current=${slug === chosen ? 'true' : nothing}
    @click=${() => choose(slug, true)}
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

/** Moves the focus up and down the menus that show, and opens or closes one to the sides. */
export function walkTopics(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const open = { ArrowRight: true, ArrowLeft: false }[event.key];
  const here = event.target as HTMLElement;
  if (step) {
    const shown: HTMLElement[] = [
      ...(event.currentTarget as Element).querySelectorAll<HTMLElement>(
        '.topic:not(details:not([open]) > ul *)'
      ),
    ];
    shown[shown.indexOf(here) + step]?.focus();
  } else if (open !== undefined && here.parentElement instanceof HTMLDetailsElement) {
    here.parentElement.open = open;
  } else {
    return;
  }
  event.preventDefault();
}
