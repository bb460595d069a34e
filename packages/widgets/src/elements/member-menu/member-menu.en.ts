import type { MemberMenuTranslation } from './member-menu.th.js';

export const en: MemberMenuTranslation = {
  label: 'Member',
  signIn: 'Sign in',
  signInAgain: (name) => `Sign in again (${name})`,
  opening: 'Go on in the window that opened…',
  account: 'My account',
  unread: (count) => `${count} replies not yet read`,
  board: 'To the webboard',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  newWindow: '(opens a new window)',
  failures: {
    signedOut: 'The time is over. Sign in again.',
    blockedWindow:
      'The browser blocked the sign-in window. Allow pop-up windows of this site and press again.',
    insecure:
      'Nobody can sign in from this page, for it is not on https. Use the site of the knowledge bank.',
    refused: 'Signing in failed. Try again.',
    limited: 'Too many requests. Wait a moment and try again.',
    offline: 'The knowledge bank cannot be reached. Check the connection and try again.',
    server: 'The server failed. Try again later.',
  },
};
