import { faqs } from './faqs';
import { forms } from './forms';
import { laws } from './laws';
import { manuals } from './manuals';
import { news } from './news';
import { topics } from './topics';
import { updates } from './updates';

/** All sample content, by service. */
export const content = { topics, manuals, laws, faqs, news, updates, forms };

export type Content = typeof content;
