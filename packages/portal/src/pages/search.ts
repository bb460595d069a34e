import { html, type Html } from '../html.js';
import { renderSearchBox } from '../layout/search-form.js';
import { markers } from '../markers.js';

export function renderSearch(): Html {
  return html`<div class="page-head"><h1>ค้นหา</h1></div>
    <div class="panel" role="search">
      ${renderSearchBox(
        'search-field',
        { class: 'search-page', results: 'list' },
        markers.item,
        html`<div class="search-answer">${markers.fallback}</div>`
      )}
    </div>`;
}
