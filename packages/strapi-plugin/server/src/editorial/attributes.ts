/**
 * One of a list of codes, shown to editors by its Thai name.
 *
 * A content type may only hold ASCII codes; the plugin's own input, `plugin::km.choice`, translates
 * them by `vocabulary` (see `admin/src/choice`).
 */
export function choice(
  vocabulary: string,
  codes: readonly string[],
  more: { required?: boolean; default?: string } = {}
) {
  return {
    type: 'customField',
    customField: 'plugin::km.choice',
    enum: [...codes],
    options: { vocabulary },
    ...more,
  };
}

/** One of the 77 provinces by its two-digit code, shown to editors by its name. */
export function province(codes: readonly string[], more: { required?: boolean } = {}) {
  return {
    // A code is digits, which no enumeration of Strapi may hold.
    type: 'customField',
    customField: 'plugin::km.province',
    enum: [...codes],
    options: { vocabulary: 'province' },
    ...more,
  };
}

/**
 * A day, typed as officers type it: `17 ต.ค. 61`, `17/10/2561`.
 *
 * Strapi's own date field shows Buddhist years in Thai but reads what is typed as common years, and
 * turns 17/10/2561 into the last day it knows, 31 December 2099, without a word.
 */
export function day(more: { required?: boolean } = {}) {
  return { type: 'customField', customField: 'plugin::km.day', ...more };
}

/** A column the plugin fills by itself: no editor sees it, no API answers it. */
export function derived(type: 'text' | 'string' | 'integer' | 'boolean') {
  return { type, private: true, visible: false, configurable: false, searchable: false };
}

/** Any number of menus of e-LAAS. */
export const topics = {
  type: 'relation',
  relation: 'manyToMany',
  target: 'plugin::km.topic',
};

/** Any number of documents, without an inverse. */
export function many(target: string) {
  return { type: 'relation', relation: 'manyToMany', target };
}

/** At most one document, without an inverse. */
export function one(target: string) {
  return { type: 'relation', relation: 'manyToOne', target };
}

/** Files for readers to download, in the order the editor gives them. */
export const files = { type: 'media', multiple: true, allowedTypes: ['files', 'images'] };

/** One picture. */
export const picture = { type: 'media', multiple: false, allowedTypes: ['images'] };

/** One document to download. */
export const file = { type: 'media', multiple: false, allowedTypes: ['files'] };

/** Marks invented content (เนื้อหาตัวอย่าง), so that readers are told and one command removes it. */
export const sample = { type: 'boolean', default: false };

/** Normalised text of the whole entry, for `q`. */
export const searchKey = derived('text');
