import { repairText } from '@km-laas/thai';

/** Characters kept of one file, of one page, and pages: enough for the longest manual there is. */
const mostCharacters = 3_000_000;
const mostOnPage = 100_000;
const mostPages = 3000;

/** A page of words, in the order they are read. */
export interface ReadPage {
  page: number | null;
  text: string;
}

/** Takes words as a file gives them and hands out tidy pages, up to what is kept of a file. */
export class PageSink {
  #text = '';
  #pages = 0;
  #characters = 0;
  #isCut = false;
  readonly #give: (page: ReadPage) => void;

  constructor(give: (page: ReadPage) => void) {
    this.#give = give;
  }

  /** Whether there was more than is kept. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Letters and digits so far; none in a file of pictures. */
  get characters(): number {
    return this.#characters;
  }

  isFull(): boolean {
    return this.#characters >= mostCharacters || this.#pages >= mostPages;
  }

  write(text: string): void {
    if (this.#text.length + text.length > mostOnPage) {
      this.#isCut = true;
      this.#text += text.slice(0, Math.max(0, mostOnPage - this.#text.length));
      return;
    }
    this.#text += text;
  }

  /** Ends a page; one without words is left out. */
  endPage(page: number | null): void {
    const text = tidy(this.#text);
    this.#text = '';
    if (text === '') return;
    if (this.isFull()) {
      this.#isCut = true;
      return;
    }
    this.#pages += 1;
    this.#characters += text.length;
    this.#give({ page, text });
  }
}

/** Thai as it is typed, one blank between words, and nothing a database refuses. */
function tidy(text: string): string {
  return repairText(text.replace(/[^\P{Cc}\n\t]/gu, ' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
