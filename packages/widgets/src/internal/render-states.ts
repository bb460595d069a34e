import { html, nothing, type TemplateResult } from 'lit';
import type { Dated } from '../client/read.js';
import type { ServiceError } from '../client/service-error.js';
import type { Language } from '../controllers/localize-controller.js';
import type { Translation } from '../translations/th.js';
import { warningIcon } from './icons.js';
import type { KmElement } from './km-element.js';

/** What states are drawn from: a resource controller, or anything like it. */
export interface Resource<Value> {
  readonly value: Value | undefined;
  readonly error: ServiceError | undefined;
  readonly pending: boolean;
  retry(): unknown;
}

/** What a localize controller offers. */
export interface Localizer {
  readonly text: Translation;
  readonly language: Language;
  number(value: number): string;
  dateTime(iso: string): string;
}

/** The pieces of an element that shows one resource. */
export interface StateParts<Value> {
  host: KmElement;
  localize: Localizer;
  resource: Resource<Value>;
  /** Accessible name of the whole. */
  label: string;
  /** A class of the box, for a layout of the element's own. */
  layout?: string;
  /** Controls above; they stay in every state so that nothing jumps and focus is kept. */
  toolbar?: unknown;
  /** Rows of the skeleton; `--_row` sets their height. */
  rows: number;
  /** Whether there is nothing to show. */
  isEmpty?: (value: Value) => boolean;
  /** What to try then. */
  empty?: unknown;
  loaded: (value: Value) => unknown;
}

/** An element in the state its resource is in, around the slots `empty` and the fallback. */
export function renderStates<Value extends Dated>(parts: StateParts<Value>): TemplateResult {
  const { host, localize, resource, label, layout, toolbar, rows, isEmpty, empty, loaded } = parts;
  const { value, error } = resource;
  const isNone = value !== undefined && !!isEmpty?.(value);
  const usesFallback = value === undefined && host.hasFallback;
  // A group, no landmark: which regions a page has is the page's to say.
  return html`<div
    class="root ${layout ?? ''}"
    part="base"
    role="group"
    lang=${localize.language}
    aria-label=${label}
    aria-busy=${resource.pending}
  >
    ${usesFallback ? nothing : toolbar}
    ${
      error
        ? renderFailure(error, resource, localize)
        : value?.saved
          ? resource.pending
            ? html`<p class="chip checking" part="checking" role="status">
                ${localize.text.asOf(localize.dateTime(value.asOf))}
              </p>`
            : renderSaved(value, resource, localize)
          : nothing
    }
    ${
      value === undefined
        ? error || usesFallback
          ? nothing
          : renderSkeleton(rows, localize)
        : isNone
          ? nothing
          : loaded(value)
    }
    <div class="empty" part="empty" role="status" ?hidden=${!isNone}>
      <slot name="empty">${empty}</slot>
    </div>
    <slot ?hidden=${!usesFallback}></slot>
  </div>`;
}

/** Says what happened and offers another try; what was on screen stays below. */
export function renderFailure(
  error: ServiceError,
  resource: Pick<Resource<unknown>, 'retry' | 'pending'>,
  localize: Localizer
): TemplateResult {
  return html`<div class="notice bad" part="error" role="alert">
    ${warningIcon}
    <p>${localize.text.failure[error.kind]}</p>
    ${renderRetry(resource, localize)}
  </div>`;
}

/** Rows where the content will be, of its size. */
export function renderSkeleton(rows: number, { text }: Localizer): TemplateResult {
  return html`<p class="visually-hidden" role="status">${text.loading}</p>
    <div class="skeleton" aria-hidden="true">
      ${Array(rows)
        .fill(0)
        .map(() => html`<div></div>`)}
    </div>`;
}

/** Marks invented content. */
export function renderSample(item: { sample?: boolean }, { text }: Localizer): unknown {
  return item.sample ? html`<span class="chip sample">${text.sample}</span>` : nothing;
}

function renderSaved(
  { asOf }: Dated,
  resource: Pick<Resource<unknown>, 'retry' | 'pending'>,
  localize: Localizer
): TemplateResult {
  return html`<div class="notice warning" part="offline" role="status">
    ${warningIcon}
    <p>${localize.text.savedAt(localize.dateTime(asOf))}</p>
    ${renderRetry(resource, localize)}
  </div>`;
}

function renderRetry(
  resource: Pick<Resource<unknown>, 'retry' | 'pending'>,
  { text }: Localizer
): TemplateResult {
  return html`<button
    class="button"
    type="button"
    aria-disabled=${resource.pending}
    @click=${() => resource.pending || resource.retry()}
  >
    ${resource.pending ? text.loading : text.retry}
  </button>`;
}
