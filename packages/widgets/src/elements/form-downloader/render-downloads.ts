import type { FileRef, Form } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { downloadIcon, warningIcon } from '../../internal/icons.js';
import type { KmElement } from '../../internal/km-element.js';
import type { Localizer } from '../../internal/render-states.js';
import { formatSize } from '../../internal/format-size.js';
import { safeAddress } from '../../internal/safe-address.js';
import type { FormTranslation } from './form-downloader.th.js';

/** A reader is about to download a file of a form; cancelable. */
export class KmFormDownloadEvent extends Event {
  constructor(
    readonly form: Form,
    readonly file: FileRef
  ) {
    super('km-form-download', { bubbles: true, composed: true, cancelable: true });
  }
}

/** A button for each format of a form; its name says which form, which format and how large. */
export function renderDownloads(
  host: KmElement,
  form: Form,
  localize: Localizer & { readonly text: FormTranslation }
): TemplateResult {
  const { text } = localize;
  const links = [form.editableFile, form.pdfFile].flatMap((file) => {
    const href = file && safeAddress(file.url, host.apiAddress);
    return href ? [{ file, href }] : [];
  });
  const announce = (file: FileRef, click: Event) => {
    if (!host.dispatchEvent(new KmFormDownloadEvent(form, file))) click.preventDefault();
  };
  if (!links.length) return html`<p class="quiet">${text.noFile}</p>`;
  return html`<div class="downloads">
    ${links.map(
      ({ file, href }) =>
        html`<a
          class="button"
          part="download"
          href=${href}
          rel="noopener"
          download
          @click=${(click: Event) => announce(file, click)}
        >
          ${downloadIcon}
          <span>
            <span class="visually-hidden">${text.downloadAs(form.code)}</span>
            ${file.kind}
            <span class="visually-hidden">${text.sized}</span>
            <span class="size">${formatSize(file.sizeBytes, localize)}</span>
          </span>
        </a>`
    )}
  </div>`;
}

/** Warns of a form that is not used any more, and leads to the one that is. */
export function renderSuperseded(
  { supersededBy }: Form,
  { superseded }: FormTranslation,
  href: (id: string) => string
): TemplateResult | typeof nothing {
  if (!supersededBy) return nothing;
  const { id, code, title } = supersededBy;
  return html`<div class="notice warning superseded" part="superseded">
    ${warningIcon}
    <p>${superseded} <a href=${href(id)} lang="th">${code} ${title}</a></p>
  </div>`;
}
