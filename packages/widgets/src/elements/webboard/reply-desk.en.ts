import type { ReplyTranslation } from './reply-desk.th.js';

export const en: ReplyTranslation = {
  yourReply: 'Your reply',
  edit: 'Edit',
  sent: 'Your reply has been sent',
  heldForYou: {
    newMember: 'Received. The first post of a new member is shown once a moderator approves it.',
    words: 'Received. It has words that a moderator looks at first.',
    links: 'Received. It has links that a moderator looks at first.',
    reported: 'Received. A moderator looks at it first.',
    other: 'Received. It is shown once a moderator approves it.',
  },
  failed: 'That did not work. Check the connection and try again.',
  reply: 'Reply',
};
