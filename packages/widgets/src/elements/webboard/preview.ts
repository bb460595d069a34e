import type { Attachment } from '@km-laas/contract';
import { html, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { Board } from './board.js';
import type { ComposerTranslation } from './composer.th.js';
import type { Draft } from './drafts.js';
import { safeHtml } from './safe-html.js';

/** A post as readers will see it, drawn by the server. */
export class Preview {
  readonly #board: Board;
  readonly #localize: LocalizeController<ComposerTranslation>;
  #shown: { html: string } | 'failed' | 'loading' | undefined;

  constructor(board: Board, localize: LocalizeController<ComposerTranslation>) {
    this.#board = board;
    this.#localize = localize;
  }

  get isOpen(): boolean {
    return this.#shown !== undefined;
  }

  close(): void {
    this.#shown = undefined;
  }

  async open({ body = '', attachments = [] }: Draft): Promise<void> {
    const { host, member } = this.#board;
    this.#shown = 'loading';
    host.requestUpdate();
    try {
      const { data } = await member.ask<{ data: { bodyHtml: string } }>('/threads/preview', {
        body: { body, attachments: attachments.map(({ id }: Attachment) => id) },
      });
      if (this.isOpen) this.#shown = { html: data.bodyHtml };
    } catch {
      if (this.isOpen) this.#shown = 'failed';
    }
    host.requestUpdate();
  }

  render(): TemplateResult {
    const { text } = this.#localize;
    const shown = this.#shown;
    return html`<div class="preview" part="preview" role="status">
      ${
        shown === 'loading'
          ? text.loading
          : shown === 'failed'
            ? text.previewFailed
            : shown?.html
              ? safeHtml(this.#board.host, 'preview', shown.html)
              : text.previewEmpty
      }
    </div>`;
  }
}
