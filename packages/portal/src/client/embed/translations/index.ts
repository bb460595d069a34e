import { en } from './en.js';
import { th, type Translation } from './th.js';

export type { Translation } from './th.js';

/** Languages the page where elements are chosen is there in. */
export const translations = { th, en } satisfies Record<string, Translation>;
export type Language = keyof typeof translations;
