import type { SearchHit, SearchService } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { recordClick, searchEverything, type FoundPage } from '../../client/services/search.js';
import { ListController } from '../../controllers/list-controller.js';
import { LocalizeController, type Language } from '../../controllers/localize-controller.js';
import { addStyles } from '../../internal/item/add-styles.js';
import { CopyController } from '../../internal/item/copy-controller.js';
import { entryStyles } from '../../internal/item/entry.styles.js';
import { renderHeading } from '../../internal/render-heading.js';
import { renderStatus } from '../../internal/render-law-status.js';
import { renderMore } from '../../internal/render-more.js';
import { renderSelect } from '../../internal/render-select.js';
import { renderFailure, renderSample, renderSkeleton } from '../../internal/render-states.js';
import { safeAddress } from '../../internal/safe-address.js';
import { hitHref } from './hit-href.js';
import { renderMarked } from './render-marked.js';
import type { SearchBoxElement } from './search-box.js';
import { noFilters, type SearchFilters, type SearchRequest } from './search-request.js';
import { searchResultsStyles } from './search-results.styles.js';
import { th } from './search-results.th.js';

/** What the results need of the element's own words. */
interface Words {
  language: Language;
  services: Readonly<Record<SearchService, string>>;
}

/** Most hits of a page the API gives. */
const mostHits = 50;

/** What was found, with the filters that narrow it; fetched with the first search. */
export class SearchResults {
  readonly #host: SearchBoxElement;
  readonly #request: () => SearchRequest;
  readonly #localize: LocalizeController<typeof th>;
  readonly #found: ListController<SearchHit>;
  readonly #copy: CopyController;

  constructor(host: SearchBoxElement, request: () => SearchRequest) {
    this.#host = host;
    this.#request = request;
    this.#localize = new LocalizeController(host, {
      th,
      en: async () => (await import('./search-results.en.js')).en,
    });
    this.#copy = new CopyController(host);
    this.#found = new ListController(host, {
      api: () => host.apiAddress,
      query: () => {
        const asked = request();
        return asked.q
          ? {
              ...asked,
              in: asked.in || host.in,
              topic: asked.topic || host.topic,
              audience: asked.audience || host.audience,
              pageSize: Math.min(host.pageSize, mostHits),
            }
          : null;
      },
      load: searchEverything,
    });
    addStyles(host, entryStyles, searchResultsStyles);
  }

  render(words: Words): TemplateResult {
    const { text } = this.#localize;
    const found = this.#found.value as FoundPage | undefined;
    const { error, pending } = this.#found;
    const isList = this.#host.results === 'list';
    // What the page holds stands where the skeleton would.
    const hasOwn = isList && this.#host.hasFallback;
    return html`<div
      class="results ${isList ? '' : 'panel'}"
      part="results"
      role="group"
      aria-label=${text.label}
      aria-busy=${pending}
    >
      ${this.#renderHead(found)}
      ${error ? renderFailure(error, this.#found, this.#localize) : nothing}
      ${found ? this.#renderFound(found, words) : error || hasOwn ? nothing : renderSkeleton(4, this.#localize)}
      <slot ?hidden=${!isList || !!found || !!error}></slot>
    </div>`;
  }

  #renderHead(found: FoundPage | undefined): TemplateResult {
    const { text } = this.#localize;
    const request = this.#request();
    return html`<div class="head">
      <p role="status">
        ${
          found && !this.#found.pending
            ? text.found(this.#localize.number(found.total), shorten(request.q))
            : text.loading
        }
      </p>
      <span class="chips no-print">
        ${this.#copy.render(
          this.#host.hrefOf(request),
          text.copyLink,
          text.copyLinkFailed,
          'copy-link',
          this.#localize
        )}
        ${
          this.#host.results === 'list'
            ? nothing
            : html`<button class="button" part="close" type="button" @click=${this.#close}>
                ${text.close}
              </button>`
        }
      </span>
    </div>`;
  }

  readonly #close = () => {
    this.#host.clear();
    this.#host.shadowRoot?.getElementById('field')?.focus();
  };

  #renderFound(found: FoundPage, words: Words): TemplateResult {
    const isEmpty = !found.items.length;
    return html`${this.#renderCorrection(found)} ${this.#renderFilters(found, words)}
      <ul role="list" data-list class=${this.#found.pending ? 'stale' : ''} ?hidden=${isEmpty}>
        ${found.items.map((hit, at) => this.#renderHit(hit, at + 1, words))}
      </ul>
      ${isEmpty ? nothing : renderMore(this.#found, this.#localize)}
      <div class="empty" part="empty" ?hidden=${!isEmpty}>
        <slot name="empty">${this.#renderEmpty()}</slot>
      </div>`;
  }

  #renderEmpty(): TemplateResult {
    const { text } = this.#localize;
    return html`<p><strong>${text.empty(shorten(this.#request().q))}</strong></p>
      <ul>
        <li>${text.tryShorter}</li>
        <li>${text.tryNumber}</li>
        <li>${text.tryMessage}</li>
      </ul>
      ${
        this.#hasFilters
          ? html`<p>
              <button class="button" type="button" @click=${() => this.#host.filter(noFilters)}>
                ${text.clearFilters}
              </button>
            </p>`
          : nothing
      }`;
  }

  get #hasFilters(): boolean {
    const { in: service, topic, audience, year } = this.#request();
    return !!(service || topic || audience || year);
  }

  /** Says what was looked for instead, and offers what was typed. */
  #renderCorrection({ correction }: FoundPage): unknown {
    if (!correction) return nothing;
    const { text } = this.#localize;
    const { kind, typed, used } = correction;
    return html`<div class="correction" part="correction">
      <span>${kind === 'abbreviation' ? text.abbreviation(used) : text.instead(used)}</span>
      <button
        class="button"
        part="verbatim"
        type="button"
        @click=${() => this.#host.filter({ verbatim: 'true' })}
      >
        ${text.verbatim(shorten(typed))}
      </button>
    </div>`;
  }

  #renderFilters({ facets }: FoundPage, words: Words): unknown {
    if (!facets) return nothing;
    const { text } = this.#localize;
    const request = this.#request();
    const choose = (name: keyof SearchFilters) => (value: string) =>
      this.#host.filter({ [name]: value });
    const services = new Map(facets.service.map(({ value, count }) => [value, count]));
    const select = (
      name: 'topic' | 'audience' | 'year',
      label: string,
      all: string,
      options: readonly (readonly [value: string, words: string, count: number])[]
    ) =>
      options.length > 1 || request[name]
        ? renderSelect(
            label,
            request[name],
            [
              ['', all],
              ...options.map(([value, name, count]): [string, string] => [
                value,
                `${name} (${this.#localize.number(count)})`,
              ]),
            ],
            choose(name)
          )
        : nothing;
    return html`${
        this.#host.in || (services.size < 2 && !request.in)
          ? nothing
          : html`<div class="facets" role="group" aria-label=${text.service}>
              ${this.#renderFacet('', text.all, undefined)}
              ${(Object.keys(words.services) as SearchService[])
                .filter((service) => services.has(service) || request.in === service)
                .map((service) =>
                  this.#renderFacet(service, words.services[service], services.get(service) ?? 0)
                )}
            </div>`
      }
      <div class="toolbar">
        ${select(
          'topic',
          text.topic,
          text.allTopics,
          facets.topic.map(({ topic, count }) => [
            topic.slug,
            (words.language === 'en' && topic.titleEn) || topic.titleTh,
            count,
          ])
        )}
        ${select(
          'audience',
          text.readers,
          text.allReaders,
          facets.audience
            .filter(({ value }) => value !== 'everyone')
            .map(({ value, count }) => [value, text.audience[value] ?? value, count])
        )}
        ${select(
          'year',
          text.year,
          text.allYears,
          facets.year.map(({ value, count }) => [String(value), String(value), count])
        )}
        ${
          this.#hasFilters
            ? html`<button
                class="button plain"
                type="button"
                @click=${() => this.#host.filter(noFilters)}
              >
                ${text.clearFilters}
              </button>`
            : nothing
        }
      </div>`;
  }

  #renderFacet(service: string, name: string, count: number | undefined): TemplateResult {
    return html`<button
      class="button"
      part="facet"
      type="button"
      aria-pressed=${this.#request().in === service}
      @click=${() => this.#host.filter({ in: service })}
    >
      ${name}${
        count === undefined
          ? nothing
          : html`<span class="quiet">${this.#localize.number(count)}</span>`
      }
    </button>`;
  }

  #renderHit(hit: SearchHit, rank: number, { services, language }: Words): TemplateResult {
    const { text } = this.#localize;
    const { service, section, lawStatus, match, date, topics } = hit;
    const href = hitHref(hit.url, this.#host.apiAddress);
    return html`<li class="entry" part="item">
      <p class="chips">
        <span class="chip">${services[service] ?? service}</span>
        ${lawStatus ? renderStatus(lawStatus, text) : nothing}
        ${
          match === 'words' || !text.match[match]
            ? nothing
            : html`<span class="chip accent">${text.match[match]}</span>`
        }
        ${renderSample(hit, this.#localize)}
      </p>
      ${renderHeading(
        this.#host.outlineLevel(),
        this.#renderLink(hit, rank, href, html`<span lang="th">${renderMarked(hit.title)}</span>`)
      )}
      ${section ? html`<p class="quiet" lang="th">${text.section(section)}</p>` : nothing}
      ${lawStatus === 'repealed' ? html`<p class="later">${text.repealed}</p>` : nothing}
      ${
        hit.snippet.text
          ? html`<p class="lead" lang="th">${renderMarked(hit.snippet)}</p>`
          : nothing
      }
      ${this.#renderFile(hit, rank)}
      ${
        date || topics.length
          ? html`<p class="chips quiet about">
              ${date ? html`<span>${this.#localize.date(date)}</span>` : nothing}
              ${topics.map(
                (topic) =>
                  html`<span>${(language === 'en' && topic.titleEn) || topic.titleTh}</span>`
              )}
            </p>`
          : nothing
      }
    </li>`;
  }

  /** Opens the file itself, a PDF at the page the words are on. */
  #renderFile(hit: SearchHit, rank: number): unknown {
    const { file } = hit;
    const { text } = this.#localize;
    const address = file && safeAddress(file.url, `${this.#host.apiAddress}/`);
    if (!file || !address) return nothing;
    const isAtPage = file.page !== null && file.kind === 'PDF';
    const href = isAtPage ? `${address.split('#')[0]}#page=${file.page}` : address;
    return this.#renderLink(
      hit,
      rank,
      href,
      html`${isAtPage ? text.openAtPage(this.#localize.number(file.page!)) : text.openFile}
        <span class="quiet" lang="th">${file.name}${isAtPage ? nothing : ` (${file.kind})`}</span>`,
      true
    );
  }

  /** A link that tells which hit was opened, also where it is opened in another tab. */
  #renderLink(
    hit: SearchHit,
    rank: number,
    href: string | undefined,
    content: TemplateResult,
    isFile = false
  ): TemplateResult {
    if (!href) return content;
    const open = (event: MouseEvent) => {
      if (event.button > 1) return;
      if (!this.#host.mayOpen(href, hit.service)) event.preventDefault();
      const { q } = this.#request();
      recordClick(this.#host.apiAddress, { q, service: hit.service, id: hit.id, rank });
    };
    return isFile
      ? html`<a class="button" part="file" href=${href} @click=${open} @auxclick=${open}
          >${content}</a
        >`
      : html`<a href=${href} @click=${open} @auxclick=${open}>${content}</a>`;
  }
}

/** A pasted message would fill the screen. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
