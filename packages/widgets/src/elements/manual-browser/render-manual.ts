import type { Manual, ManualListItem } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import { renderFacts } from '../../internal/item/render-facts.js';
import { renderBlocks } from '../../internal/render-blocks.js';
import { renderFile } from '../../internal/render-file.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderSample } from '../../internal/render-states.js';
import type { ManualTranslation } from './manual-browser.th.js';

/** Where a manual is shown. */
export interface ManualPlace {
  api: string;
  /** Level of its heading. */
  level: number;
  localize: LocalizeController<ManualTranslation>;
  /** Address that opens it. */
  href: string;
}

/** A manual in a list. */
export function renderManualEntry(manual: ManualListItem, place: ManualPlace): TemplateResult {
  const { localize, api, level, href } = place;
  const { text } = localize;
  const { audience, appliesTo, version, effectiveDate, files } = manual;
  const chips = [
    audience !== 'everyone' && text.audience[audience],
    appliesTo !== 'both' && text.appliesTo[appliesTo],
  ].filter(Boolean);
  const edition = [
    version && `${text.version} ${version}`,
    effectiveDate && text.inForceFrom(localize.date(effectiveDate)),
  ].filter(Boolean);
  return html`<li class="entry" part="item">
    ${renderHeading(level, html`<a href=${href} lang="th">${manual.title}</a>`)}
    ${manual.summary ? html`<p class="lead" lang="th">${manual.summary}</p>` : nothing}
    <p class="chips">
      ${chips.map((chip) => html`<span class="chip">${chip}</span>`)}
      ${renderSample(manual, localize)}
      ${edition.map((words) => html`<span class="quiet">${words}</span>`)}
    </p>
    ${files.map((file) => renderFile(file, api, localize))}
  </li>`;
}

/** A whole manual. */
export function renderManual(
  manual: Manual,
  place: ManualPlace,
  goTo: (anchor: string) => void
): TemplateResult {
  const { localize, api, level } = place;
  const { text, language } = localize;
  const { effectiveDate, reviewBy, files, contents, earlierVersions } = manual;
  return html`<article class="item manual">
    <header class="head">
      <div data-item tabindex="-1" lang="th">${renderHeading(level, manual.title)}</div>
      ${manual.summary ? html`<p class="lead" lang="th">${manual.summary}</p>` : nothing}
      <p class="chips">
        ${manual.topics.map(
          (topic) =>
            html`<span class="chip accent"
              >${(language === 'en' && topic.titleEn) || topic.titleTh}</span
            >`
        )}
        ${renderSample(manual, localize)}
      </p>
    </header>
    ${renderFacts([
      [text.version, manual.version],
      [text.effective, effectiveDate && localize.date(effectiveDate)],
      [text.forWhom, text.audience[manual.audience]],
      [text.system, text.appliesTo[manual.appliesTo]],
      [text.updated, localize.date(manual.updatedAt)],
      [text.reviewBy, reviewBy && localize.date(reviewBy)],
    ])}
    ${
      files.length
        ? html`<section class="part files no-print">
            ${renderHeading(level + 1, text.files)}
            ${files.map((file) => renderFile(file, api, localize))}
          </section>`
        : nothing
    }
    ${contents.length > 1 ? renderContents(manual, place, goTo) : nothing}
    ${renderBlocks(manual.body, { api, level })}
    ${
      earlierVersions.length
        ? html`<section class="part earlier no-print">
            ${renderHeading(level + 1, text.earlier)}
            <ul role="list">
              ${earlierVersions.map((earlier) => renderEarlier(earlier, place))}
            </ul>
          </section>`
        : nothing
    }
  </article>`;
}

function renderContents(
  { contents }: Manual,
  { level, localize, href }: ManualPlace,
  goTo: (anchor: string) => void
): TemplateResult {
  const top = Math.min(...contents.map((heading) => heading.level));
  const leap = (event: MouseEvent, anchor: string) => {
    // With a modifier the manual opens in another tab, as any link does.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(anchor);
  };
  return html`<nav
    class="part contents no-print"
    part="contents"
    aria-label=${localize.text.contents}
  >
    ${renderHeading(level + 1, localize.text.contents)}
    <ol role="list" lang="th">
      ${contents.map(
        ({ id, level: depth, text }) =>
          html`<li data-depth=${Math.min(depth - top, 2)}>
            <a href=${href} @click=${(event: MouseEvent) => leap(event, id)}>${text}</a>
          </li>`
      )}
    </ol>
  </nav>`;
}

function renderEarlier(
  { version, effectiveDate, note, file }: Manual['earlierVersions'][number],
  { api, localize }: ManualPlace
): TemplateResult {
  const { text } = localize;
  return html`<li>
    <p>
      <strong>${text.version} ${version}</strong>
      ${
        effectiveDate
          ? html`<span class="quiet">${text.inForceFrom(localize.date(effectiveDate))}</span>`
          : nothing
      }
    </p>
    ${note ? html`<p lang="th">${note}</p>` : nothing}
    ${file ? renderFile(file, api, localize) : nothing}
  </li>`;
}
