import { entryStyles } from './entry.styles.js';
import { pageStyles } from './page.styles.js';

/** A list of items to choose from, and the page of one of them. */
export const itemStyles = [entryStyles, pageStyles];
