import type { FeedbackTranslation } from './feedback.th.js';

export const en: FeedbackTranslation = {
  feedback: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  reasonOf: (helpful) => (helpful ? 'What helped?' : 'What should be better?'),
  reasons: {
    clear: 'Easy to understand',
    solved: 'It solved my problem',
    unclear: 'Hard to understand',
    outdated: 'Out of date',
    incomplete: 'Something is missing',
    wrong: 'Something is wrong',
    other: 'Something else',
  },
  comment: 'Anything to add? (optional)',
  commentHint: 'Up to 500 characters. No names, telephone numbers or other personal data, please.',
  send: 'Send',
  sending: 'Sending',
  thanks: 'Thank you. The editors will read it.',
};
