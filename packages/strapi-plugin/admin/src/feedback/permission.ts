/** Roles that may read what readers said; the server knows it by the same name. */
export const readFeedback = { action: 'plugin::km.feedback.read', subject: null };
