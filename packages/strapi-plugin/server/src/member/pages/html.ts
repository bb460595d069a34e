import { escapeHtml } from '../../platform/escape-html';

/** Markup that is safe to send: everything that was put into it has been escaped. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** Takes markup as it is; for constants of this code alone. */
  static trust(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

type Part = Html | string | number | false | null | undefined | readonly Part[];

/** A template whose values are text, unless they are {@link Html} themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return Html.trust(
    strings.reduce(
      (markup, text, at) => markup + text + (at < parts.length ? show(parts[at]) : ''),
      ''
    )
  );
}

function show(part: Part): string {
  if (part instanceof Html) return String(part);
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part.map(show).join('');
}
