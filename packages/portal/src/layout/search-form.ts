import { renderElement, type Attributes } from '../element.js';
import { html, type Html, type Part } from '../html.js';

/** What the field asks for; a reader without scripts sends it to the page of answers. */
export const searchLabel = 'ค้นหาในคลังความรู้';

/**
 * The search box, with a form in it that does the same where no script runs.
 *
 * The form stands in a slot the element does not have, so it goes when the element comes.
 *
 * @param id - Of the plain form's field, which must be the only one of its name on the page.
 * @param value - What stands in the field at first.
 * @param rest - What the page holds of the answer.
 */
export function renderSearchBox(
  id: string,
  attributes: Attributes,
  value: Html | string = '',
  rest: Part = null
): Html {
  return renderElement(
    'km-search-box',
    attributes,
    html`<form class="search-form" slot="form" action="/search" method="get">
        <label class="visually-hidden" for="${id}">${searchLabel}</label>
        <input
          id="${id}"
          name="q"
          type="text"
          value="${value}"
          required
          maxlength="1000"
          autocomplete="off"
        />
        <button type="submit">ค้นหา</button>
      </form>
      ${rest}`
  );
}
