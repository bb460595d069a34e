import type { ReactiveControllerHost } from 'lit';
import { th, type Translation } from '../translations/th.js';
import { LanguageController, type Language, type Strings } from './language-controller.js';

export type { Language, Strings };

/** The words all elements share and an element's own, in its reader's language. */
export class LocalizeController<Own extends object = object> extends LanguageController<
  Translation & Own
> {
  constructor(host: ReactiveControllerHost & Element, strings: Strings<Own>) {
    super(host, {
      th: { ...th, ...strings.th },
      en: async () => {
        const [{ en }, own] = await Promise.all([import('../translations/en.js'), strings.en()]);
        return { ...en, ...own };
      },
    });
  }

  /** A day and the time of day in Bangkok. */
  dateTime(iso: string): string {
    return this.text.time(this.date(iso, 'medium'), this.time(iso));
  }
}
