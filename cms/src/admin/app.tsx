import type { StrapiApp } from '@strapi/strapi/admin';

/** Where Strapi's admin panel remembers the language of an editor. */
const languageKey = 'strapi-admin-language';

export default {
  config: {
    locales: ['th'],
    tutorials: false,
    notifications: { releases: false },
  },
  register() {
    // An editor who has chosen no language reads Thai.
    if (!window.localStorage.getItem(languageKey)) {
      window.localStorage.setItem(languageKey, JSON.stringify('th'));
      document.documentElement.lang = 'th';
    }
  },
  bootstrap(_app: StrapiApp) {},
};
