import { hosts } from '../client/embed/snippets.js';
import { translations, type Language } from '../client/embed/translations/index.js';
import { html, type Html, type Part } from '../html.js';
import type { House, Service } from '../page.js';
import { embedWords, type EmbedWords } from './embed-words.js';
import { renderTextHead } from './text-head.js';

/** Where the page stands in each language. */
export const embedPaths = { th: '/embed', en: '/en/embed' } as const;

/** What an element can be told beside language and looks. */
function takenBy({ name, isFigures }: Service): string {
  if (isFigures) return 'authority';
  return name === 'news' ? 'limit' : 'topic limit';
}

function renderField(
  id: string,
  label: string,
  control: Html,
  hint: Part = null,
  taken = ''
): Html {
  return html`<div class="builder-field" ${taken ? html`data-taken="${taken}"` : null}>
    <label for="embed-${id}">${label}</label>
    ${control}${hint ? html`<p class="hint" id="embed-${id}-hint">${hint}</p>` : null}
  </div>`;
}

function renderSelect(id: string, options: Readonly<Record<string, string>>): Html {
  return html`<select id="embed-${id}" name="${id}">
    ${Object.entries(options).map(
      ([value, title]) => html`<option value="${value}">${title}</option>`
    )}
  </select>`;
}

function renderChoices({ services }: House, words: EmbedWords, language: Language): Html {
  return html`<form class="builder-choices" id="embed-form">
    ${renderField(
      'element',
      words.element,
      html`<select id="embed-element" name="element">
        ${services.map(
          (service) =>
            html`<option
              value="${service.tag.slice(3)}"
              data-path="/${service.name}"
              data-takes="${takenBy(service)}"
            >
              ${language === 'en' ? service.titleEn : service.title}
            </option>`
        )}
        <option value="search-box" data-path="/search" data-takes="">${words.searchBox}</option>
        <option value="status-strip" data-path="/" data-takes="">${words.statusStrip}</option>
      </select>`
    )}
    ${renderField(
      'authority',
      words.authority,
      html`<input
          id="embed-authority"
          name="authority"
          list="embed-authorities"
          autocomplete="off"
          aria-describedby="embed-authority-hint"
        /><datalist id="embed-authorities"></datalist>`,
      words.authorityHint,
      'authority'
    )}
    ${renderField('topic', words.topic, renderSelect('topic', { '': words.everyTopic }), null, 'topic')}
    ${renderField(
      'limit',
      words.limit,
      html`<input id="embed-limit" name="limit" type="number" min="1" max="100" value="10" />`,
      null,
      'limit'
    )}
    ${renderField('lang', words.lang, renderSelect('lang', words.langs))}
    ${renderField('theme', words.theme, renderSelect('theme', words.themes))}
    ${renderField('density', words.density, renderSelect('density', words.densities))}
    <div class="builder-field" id="embed-pinning">
      <label
        ><input type="checkbox" id="embed-pinned" aria-describedby="embed-pinned-hint" />
        <span>${words.pinned}</span></label
      >
      <p class="hint" id="embed-pinned-hint">${words.pinnedHint}</p>
      <p class="hint" id="embed-release" role="status"></p>
    </div>
    <fieldset class="builder-field">
      <legend>${words.colour}</legend>
      <label
        ><input type="checkbox" id="embed-coloured" aria-describedby="embed-contrast" />
        <span>${words.ownColour}</span></label
      >
      <input type="color" id="embed-accent" value="#0b57a4" aria-label="${words.accent}" />
      <p class="hint" id="embed-contrast" role="status"></p>
      <button type="button" id="embed-mend" hidden>${words.mend}</button>
    </fieldset>
  </form>`;
}

/** Where an element is chosen, looked at and taken along; works in the reader's browser alone. */
export function renderEmbedBuilder(house: House, language: Language): Html {
  const words = embedWords[language];
  const hostTitles = Object.fromEntries(
    hosts.map(({ name }) => [name, translations[language].hosts[name].title])
  );
  return html`<div class="page-head prose">
      ${renderTextHead(embedPaths[language], house)}
      <p class="lead">${words.lead}</p>
      <p data-needs-no-script>${words.needsScript}</p>
    </div>
    <div class="builder panel" data-needs-script>
      <section aria-labelledby="embed-choose">
        <h2 id="embed-choose">${words.choose}</h2>
        ${renderChoices(house, words, language)}
      </section>
      <section aria-labelledby="embed-look">
        <h2 id="embed-look">${words.look}</h2>
        <div class="builder-widths" role="group" aria-label="${words.widths}">
          <button type="button" data-width="360" aria-pressed="false">${words.phone}</button>
          <button type="button" data-width="" aria-pressed="true">${words.computer}</button>
        </div>
        <div class="builder-preview" role="group" aria-label="${words.preview}" tabindex="0">
          <iframe
            id="embed-preview"
            title="${words.preview}"
            sandbox="allow-scripts allow-popups"
          ></iframe>
        </div>
      </section>
      <section aria-labelledby="embed-take">
        <h2 id="embed-take">${words.take}</h2>
        ${renderField('host', words.host, renderSelect('host', hostTitles))}
        <ol id="embed-steps"></ol>
        <pre
          class="builder-code"
          tabindex="0"
          role="region"
          aria-label="${words.code}"
        ><code id="embed-code"></code></pre>
        <p>
          <button type="button" class="builder-primary" id="embed-copy">${words.copy}</button>
          <span role="status" id="embed-copied"></span>
        </p>
      </section>
    </div>
    ${renderCheck(words)}`;
}

/** Where web admins learn why what they put into their page does not show. */
function renderCheck(words: EmbedWords): Html {
  return html`<section
    class="panel prose builder-check"
    aria-labelledby="embed-check"
    data-needs-script
  >
    <h2 id="embed-check">${words.check}</h2>
    <form id="check-address-form" novalidate>
      <label for="check-address">${words.address}</label>
      <div class="builder-line">
        <input
          id="check-address"
          inputmode="url"
          autocomplete="url"
          spellcheck="false"
          maxlength="2000"
          placeholder="https://www.example.go.th/"
          aria-describedby="check-address-hint"
          required
        />
        <button type="submit" class="builder-primary">${words.checkAddress}</button>
      </div>
      <p class="hint" id="check-address-hint">${words.addressHint}</p>
    </form>
    <details>
      <summary>${words.unreachable}</summary>
      <p>${words.byHand}</p>
      <pre class="builder-code" tabindex="0" role="region" aria-label="${words.command}"><code
      >copy([location.href, (await fetch(location.href)).headers.get('content-security-policy') ?? '', document.documentElement.outerHTML].join('\\n'))</code></pre>
      <form id="check-form">
        <label for="check-source">${words.source}</label>
        <textarea id="check-source" rows="6" spellcheck="false" required></textarea>
        <p><button type="submit" class="builder-primary">${words.checkSource}</button></p>
      </form>
    </details>
    <div id="check-result" role="status"></div>
  </section>`;
}
