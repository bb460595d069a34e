/** Markup that may stand in a page as it is. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** Takes markup over unescaped: for what this package wrote itself, never for anyone's text. */
  static trust(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** What a template may hold; `null`, `undefined` and `false` stand for nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Markup from a template; every text put into it is escaped, for content and attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return Html.trust(
    strings.reduce((markup, string, index) => markup + renderPart(parts[index - 1]) + string)
  );
}

/** Text with the five characters HTML gives a meaning written as references. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function renderPart(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(renderPart).join('');
  return escapeHtml(String(part));
}
