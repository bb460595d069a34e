import type { FeedbackTranslation } from './feedback.th.js';

export const en: FeedbackTranslation = {
  feedback: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  why: 'What should be better?',
  reasons: {
    unclear: 'Hard to understand',
    outdated: 'Out of date',
    incomplete: 'Something is missing',
    wrong: 'Something is wrong',
    other: 'Something else',
  },
  comment: 'Anything to add? (optional)',
  commentHint: 'Up to 500 characters; no personal data, please',
  send: 'Send',
  thanks: 'Thank you for your feedback.',
};
