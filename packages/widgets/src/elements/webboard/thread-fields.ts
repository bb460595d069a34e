import type { AppliesTo, TopicRef } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { renderSelect } from '../../internal/render-select.js';
import type { Board } from './board.js';
import type { Composer } from './composer.js';
import type { ComposerTranslation } from './composer.th.js';
import type { Draft } from './drafts.js';

const systems: readonly AppliesTo[] = ['both', 'elaas', 'newElaas'];

/** What is wrong with the title of a thread. */
export function checkTitle(
  { title = '' }: Draft,
  text: ComposerTranslation
): Record<string, string> {
  return title.trim().length < 5 ? { title: text.titleMissing } : {};
}

/** What a page does beside the fields. */
interface Beside {
  /** Hears of each letter of the title. */
  typed?: (title: string) => void;
  /** What stands below the title. */
  suggestions?: unknown;
  /** The menu the thread is on, which may be none of those on offer. */
  topic?: TopicRef | null;
}

/** The fields of a thread above its words: title, menu, system, and the message of the system. */
export function renderThreadFields(
  composer: Composer,
  { topics }: Board,
  { typed, suggestions = nothing, topic: present = null }: Beside = {}
): TemplateResult {
  const { text, language } = composer.localize;
  const { title = '', topic = '', appliesTo = 'both', errorMessage = '' } = composer.draft;
  const nameOf = ({ titleTh, titleEn }: TopicRef) => (language === 'en' && titleEn) || titleTh;
  const isOffered = topics.choices.some((choice) => choice.topic.slug === present?.slug);
  const error = composer.errorOf('title');
  return html`<label>
      <span class="label">${text.title}</span>
      <input
        class="field"
        id="title"
        maxlength="200"
        autocomplete="off"
        aria-invalid=${!!error}
        aria-describedby=${error ? 'error-title' : nothing}
        placeholder=${text.titleHint}
        .value=${title}
        @input=${(event: InputEvent) => {
          const words = (event.target as HTMLInputElement).value;
          composer.change({ title: words });
          typed?.(words);
        }}
      />
    </label>
    ${error ? html`<p class="bad-words" id="error-title">${error}</p>` : nothing} ${suggestions}
    <div class="toolbar">
      ${renderSelect(
        text.menu,
        topic,
        [
          ['', text.general],
          ...(present && !isOffered ? [[present.slug, nameOf(present)] as const] : []),
          ...topics.choices.map(
            (choice) =>
              [choice.topic.slug, '\u2003'.repeat(choice.depth) + nameOf(choice.topic)] as const
          ),
        ],
        (slug) => composer.change({ topic: slug })
      )}
      ${renderSelect<AppliesTo>(
        text.system,
        appliesTo as AppliesTo,
        systems.map((system) => [system, text.appliesTo[system]] as const),
        (system) => composer.change({ appliesTo: system })
      )}
    </div>
    <label>
      <span class="label">${text.errorMessage}</span>
      <textarea
        class="field"
        rows="2"
        maxlength="1000"
        .value=${errorMessage}
        @input=${(event: InputEvent) =>
          composer.change({ errorMessage: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <span class="label">${text.errorMessageHint}</span>
    </label>`;
}
