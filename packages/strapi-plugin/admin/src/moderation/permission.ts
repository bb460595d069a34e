/** What roles may do about the webboard; the server knows them by the same names. */
export const moderateBoard = { action: 'plugin::km.webboard.moderate', subject: null };
export const configureBoard = { action: 'plugin::km.webboard.configure', subject: null };
export const exportTraffic = { action: 'plugin::km.webboard.traffic', subject: null };
