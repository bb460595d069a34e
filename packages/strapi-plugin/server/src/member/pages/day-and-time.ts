import type { Visit } from './page';

/** A moment in Bangkok, in the reader's language. */
export function dayAndTime({ language }: Pick<Visit, 'language'>, iso: string): string {
  return new Date(iso).toLocaleString(language === 'en' ? 'en-GB' : 'th-TH', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Bangkok',
  });
}
