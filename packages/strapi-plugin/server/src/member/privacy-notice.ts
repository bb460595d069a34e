/**
 * The version of the privacy notice members agree to; it grows whenever what is kept of members,
 * or why, changes, and is recorded with the time of each consent.
 */
export const privacyNoticeVersion = '2569-11';
