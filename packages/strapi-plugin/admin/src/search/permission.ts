/** Roles that see what readers look for and look after the index; the server knows it by the same name. */
export const manageSearch = { action: 'plugin::km.search.manage', subject: null };
