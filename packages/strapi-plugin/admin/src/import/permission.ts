/** What roles may do in the import centre; the server knows them by the same names. */
export const readImports = { action: 'plugin::km.import.read', subject: null };
export const runImports = { action: 'plugin::km.import.run', subject: null };
export const rollBackImports = { action: 'plugin::km.import.rollback', subject: null };
