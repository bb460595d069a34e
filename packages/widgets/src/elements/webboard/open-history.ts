import type { PostVersion } from '@km-laas/contract';
import { html, nothing, render } from 'lit';
import type { LocalizeController } from '../../controllers/localize-controller.js';
import type { ActTranslation } from './act-dialogs.th.js';
import type { Board } from './board.js';
import { isRefusal } from './board-member.js';
import { createModal } from './modal.js';
import { safeHtml } from './safe-html.js';

/** Shows what a post said before, the newest wording first: to its writer and to moderators. */
export async function openHistory(
  posts: 'threads' | 'replies',
  id: string,
  { host, member }: Board,
  localize: LocalizeController<ActTranslation>
): Promise<void> {
  const { text } = localize;
  const dialog = createModal(host);
  const draw = (inside: unknown) =>
    render(
      html`<div class="wordings">
        <h2 id="dialog-title">${text.history}</h2>
        <p class="quiet">${text.historyHint}</p>
        ${inside}
        <div class="chips">
          <button class="button" type="button" @click=${() => dialog.close()}>${text.close}</button>
        </div>
      </div>`,
      dialog
    );
  const renderVersion = (version: PostVersion) =>
    html`<li>
      <p class="quiet">
        ${text.replaced(localize.dateTime(version.replacedAt), version.replacedBy.displayName)}
      </p>
      ${
        version.title === null
          ? nothing
          : html`<p>
              <strong><bdi lang="th">${version.title}</bdi></strong>
            </p>`
      }
      ${safeHtml(host, `${id} until ${version.replacedAt}`, version.bodyHtml)}
      ${version.errorMessage ? html`<p><code lang="th">${version.errorMessage}</code></p>` : nothing}
    </li>`;
  draw(html`<p role="status">${text.loading}</p>`);
  dialog.showModal();
  try {
    const { data } = await member.ask<{ data: PostVersion[] }>(`/${posts}/${id}/history`);
    draw(
      html`<ol role="list" class="versions">
        ${data.map(renderVersion)}
      </ol>`
    );
  } catch (error) {
    const words = isRefusal(error) ? error.message : text.failed;
    draw(html`<p class="notice bad" role="alert"><span>${words}</span></p>`);
  }
}
