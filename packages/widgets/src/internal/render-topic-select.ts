import { html, nothing, type TemplateResult } from 'lit';
import type { TopicController } from '../controllers/topic-controller.js';
import type { Localizer } from './render-states.js';

/** A field to choose a menu of e-LAAS, indented as the tree is; nothing where there is no choice. */
export function renderTopicSelect(
  topics: TopicController,
  { language }: Localizer,
  { label, all }: { label: string; all: string }
): TemplateResult | typeof nothing {
  const { choices } = topics;
  if (topics.value && choices.length === 0) return nothing;
  return html`<label>
    <span class="label">${label}</span>
    <select
      class="field"
      part="topic"
      .value=${topics.chosen}
      @change=${({ target }: Event) => topics.choose((target as HTMLSelectElement).value)}
    >
      <option value="">${all}</option>
      ${choices.map(
        ({ topic, depth }) =>
          html`<option value=${topic.slug}>
            ${'\u2003'.repeat(depth)}${(language === 'en' && topic.titleEn) || topic.titleTh}
          </option>`
      )}
    </select>
  </label>`;
}
