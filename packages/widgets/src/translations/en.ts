import type { Translation } from './th.js';

export const en: Translation = {
  loading: 'Loading',
  retry: 'Try again',
  showMore: 'Show more',
  shown: (shown, total) => `${shown} of ${total} shown`,
  sample: 'Sample content',
  savedAt: (time) => `The knowledge bank cannot be reached. Shown as of ${time}`,
  asOf: (time) => `As of ${time}`,
  time: (date, clock) => `${date}, ${clock}`,
  pages: (count) => (count === '1' ? '1 page' : `${count} pages`),
  back: 'Back to the list',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyLinkFailed: 'Not copied; the link is in the address bar',
  print: 'Print',
  audience: {
    everyone: 'Everyone',
    local: 'Local authorities',
    province: 'Provincial offices',
    central: 'Central administration',
  },
  appliesTo: { both: 'e-LAAS and New e-LAAS', elaas: 'e-LAAS', newElaas: 'New e-LAAS' },
  failure: {
    offline: 'The knowledge bank cannot be reached. Check the connection and try again.',
    slow: 'The knowledge bank takes longer than usual. Please try again in a moment.',
    notFound: 'This is not here; it may have been moved or withdrawn.',
    misused: 'This page is not set up correctly. Please tell the webmaster.',
    limited: 'Too many requests from your network. Please try again in a moment.',
    invalid: 'The knowledge bank answered incompletely. Please try again later.',
    server: 'The knowledge bank is out of order for the moment. Please try again later.',
  },
};
