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
    window.localStorage[languageKey] ??= 'th';
  },
};
