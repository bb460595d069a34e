import type { News, NewsListItem } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { getNews, listNews } from '../../client/services/news.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { chooseValue } from '../../internal/choose.js';
import { CopyController } from '../../internal/item/copy-controller.js';
import { entryStyles } from '../../internal/item/entry.styles.js';
import { ItemController } from '../../internal/item/item-controller.js';
import { renderItemTools } from '../../internal/item/render-item-tools.js';
import { KmElement } from '../../internal/km-element.js';
import { renderBlocks, renderImage } from '../../internal/render-blocks.js';
import { renderFile } from '../../internal/render-file.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSample, renderStates } from '../../internal/render-states.js';
import { newsTickerStyles } from './news-ticker.styles.js';
import { th } from './news-ticker.th.js';
import { RotationController } from './rotation-controller.js';

const tones = { info: '', important: 'warning', urgent: 'bad' } as const;

/**
 * News of the knowledge bank, one headline after the other or as a list; urgent ones first.
 *
 * `topic` has no effect here: news belongs to no menu.
 *
 * @element km-news-ticker
 * @since 0.1.0
 *
 * @slot - Fallback markup, shown until the news arrives or if it never does.
 * @slot empty - Shown when there is no news.
 * @csspart base - The box around everything.
 * @csspart ticker - The headline on show with its controls.
 * @csspart item - A piece of news in the ticker or the list.
 * @csspart previous - The button for the headline before.
 * @csspart toggle - The button that stops the ticker or lets it go on.
 * @csspart next - The button for the next headline.
 * @csspart article - The news that has been opened.
 * @csspart file - A link to a file.
 * @csspart back - The button that leads back to the headlines.
 * @csspart copy-link - The button that copies the address of the news.
 * @csspart print - The button that prints the news.
 * @csspart more - The button for older news.
 * @csspart empty - What is shown when there is no news.
 * @csspart error - What is shown when the news cannot be read.
 * @csspart offline - What is shown above saved news.
 * @csspart checking - When what is shown was read, while the newest is asked for.
 *
 * @example
 * <km-news-ticker api="https://km.example.go.th" limit="5"></km-news-ticker>
 */
export class NewsTickerElement extends KmElement {
  static override styles = [KmElement.styles, entryStyles, newsTickerStyles];

  /** `ticker`, one headline after the other, or `list`. */
  @property() view = 'ticker';

  readonly #localize = new LocalizeController(this, {
    th,
    en: async () => (await import('./news-ticker.en.js')).en,
  });
  readonly #item = new ItemController<News>(this, { service: 'news', load: getNews });
  readonly #news = new ListController(this, {
    api: () => this.apiAddress,
    query: () => (this.#item.id ? null : { pageSize: this.pageSize }),
    load: listNews,
  });
  readonly #copy = new CopyController(this);
  readonly #rotation = new RotationController(this, () => this.#current().length);

  /** What has not run out since it was read: a page stays open for days, saved news for longer. */
  #current(): readonly NewsListItem[] {
    const now = Date.now();
    return (this.#news.value?.items ?? []).filter(
      ({ showUntil }) => !showUntil || Date.parse(showUntil) > now
    );
  }

  #steer(event: KeyboardEvent): void {
    if (event.key === 'ArrowLeft') this.#rotation.step(-1);
    if (event.key === 'ArrowRight') this.#rotation.step(1);
  }

  override render(): TemplateResult {
    const { text } = this.#localize;
    const isTicker = chooseValue(this, 'view', this.view, ['ticker', 'list']) === 'ticker';
    const common = { host: this, localize: this.#localize, label: text.label };
    return this.#item.id
      ? renderStates({
          ...common,
          resource: this.#item,
          toolbar: renderItemTools(this, this.#item, this.#copy, this.#localize),
          rows: 4,
          loaded: ({ item }) => this.#renderArticle(item),
        })
      : renderStates({
          ...common,
          resource: this.#news,
          rows: isTicker ? 1 : Math.min(this.pageSize, 4),
          isEmpty: () => !this.#current().length,
          empty: html`<p><strong>${text.empty}</strong></p>
            <p class="quiet">${text.emptyHint}</p>`,
          loaded: () => (isTicker ? this.#renderTicker() : this.#renderList()),
        });
  }

  #renderTicker(): TemplateResult {
    const { text } = this.#localize;
    const news = this.#current();
    const { playing } = this.#rotation;
    const index = Math.min(this.#rotation.index, news.length - 1);
    return html`<div
      class="ticker"
      part="ticker"
      @pointerenter=${() => this.#rotation.hold('pointer')}
      @pointerleave=${() => this.#rotation.release('pointer')}
      @focusin=${() => this.#rotation.hold('focus')}
      @focusout=${() => this.#rotation.release('focus')}
      @keydown=${this.#steer}
    >
      <ul role="list" data-list tabindex="-1" aria-live=${playing ? 'off' : 'polite'}>
        ${news.map(
          (item, at) =>
            html`<li class="slide" part="item" ?data-shown=${at === index}>
              ${this.#renderChips(item)}
              <a href=${this.#item.link.href(item.id)} lang="th">${item.title}</a>
              ${this.#renderDate(item)}
            </li>`
        )}
      </ul>
      ${
        news.length > 1
          ? html`<div class="controls no-print">
              <span
                class="quiet"
                role="img"
                aria-label=${text.position(
                  this.#localize.number(index + 1),
                  this.#localize.number(news.length)
                )}
                >${index + 1}/${news.length}</span
              >
              ${this.#renderControl('previous', () => this.#rotation.step(-1))}
              ${this.#renderControl('toggle', () => this.#rotation.toggle())}
              ${this.#renderControl('next', () => this.#rotation.step(1))}
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderControl(name: 'previous' | 'toggle' | 'next', act: () => void): TemplateResult {
    const { text } = this.#localize;
    const word = name === 'toggle' ? (this.#rotation.playing ? text.pause : text.play) : text[name];
    return html`<button class="button" part=${name} type="button" @click=${act}>${word}</button>`;
  }

  #renderList(): TemplateResult {
    return html`<ul role="list" data-list tabindex="-1">
        ${this.#current().map(
          (item) =>
            html`<li class="news ${item.picture ? 'pictured' : ''}" part="item">
              ${item.picture ? renderImage({ ...item.picture, alt: '' }, this.apiAddress) : nothing}
              <div class="entry">
                ${this.#renderChips(item)}
                ${renderHeading(
                  this.outlineLevel(),
                  html`<a href=${this.#item.link.href(item.id)} lang="th">${item.title}</a>`
                )}
                ${this.#renderDate(item)}
                <p lang="th">${item.excerpt}</p>
              </div>
            </li>`
        )}
      </ul>
      ${renderMore(this.#news, this.#localize)}`;
  }

  #renderArticle(item: News): TemplateResult {
    const level = this.outlineLevel();
    return html`<article part="article" class="article">
      ${this.#renderChips(item)}
      <div data-item tabindex="-1" lang="th">${renderHeading(level, item.title)}</div>
      ${this.#renderDate(item)}
      ${item.picture ? renderImage(item.picture, this.apiAddress) : nothing}
      ${renderBlocks(item.body, { api: this.apiAddress, level })}
      ${
        item.files.length
          ? html`<div class="files no-print">
              ${renderHeading(level + 1, this.#localize.text.files)}
              ${item.files.map((file) => renderFile(file, this.apiAddress, this.#localize))}
            </div>`
          : nothing
      }
    </article>`;
  }

  #renderChips(item: NewsListItem): unknown {
    const { text } = this.#localize;
    const { severity, pinned, sample } = item;
    // A kind of news this version does not know yet is simply news.
    const word = text.severity[severity];
    return word || pinned || sample
      ? html`<p class="chips">
          ${word ? html`<span class="chip ${tones[severity]}">${word}</span>` : nothing}
          ${pinned ? html`<span class="chip accent">${text.pinned}</span>` : nothing}
          ${renderSample(item, this.#localize)}
        </p>`
      : nothing;
  }

  #renderDate({ showFrom }: NewsListItem): TemplateResult {
    return html`<time class="quiet" datetime=${showFrom}>${this.#localize.date(showFrom)}</time>`;
  }
}
