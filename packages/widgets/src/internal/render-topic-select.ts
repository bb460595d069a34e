import { nothing, type TemplateResult } from 'lit';
import type { TopicController } from '../controllers/topic-controller.js';
import { renderSelect } from './render-select.js';
import type { Localizer } from './render-states.js';

/** A choice of a menu of e-LAAS, indented as the tree is; nothing where there is none to make. */
export function renderTopicSelect(
  topics: TopicController,
  { language }: Localizer,
  { label, all }: { label: string; all: string }
): TemplateResult | typeof nothing {
  const { choices } = topics;
  if (topics.value && !choices.length) return nothing;
  const options = choices.map(({ topic, depth }): [string, string] => [
    topic.slug,
    // Browsers take ordinary spaces away from the start of an option.
    '\u2003'.repeat(depth) + ((language === 'en' && topic.titleEn) || topic.titleTh),
  ]);
  return renderSelect(label, topics.chosen, [['', all], ...options], (slug) => topics.choose(slug));
}
