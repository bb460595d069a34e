import { ProblemError } from '../platform/problem';

/** Why an act on the board is refused; each says what to do instead. */
export const refusals = {
  notYours: () =>
    new ProblemError(403, {
      th: 'ทำรายการนี้ได้เฉพาะเจ้าของข้อความหรือผู้ดูแล',
      en: 'Only whoever wrote it, or a moderator, may do this.',
    }),
  notModerator: () =>
    new ProblemError(403, {
      th: 'ทำรายการนี้ได้เฉพาะผู้ดูแลเว็บบอร์ด',
      en: 'Only moderators of the board may do this.',
    }),
  notOfficer: () =>
    new ProblemError(403, {
      th: 'ทำรายการนี้ได้เฉพาะเจ้าหน้าที่ สถ.',
      en: 'Only officers of the department may do this.',
    }),
  noReplies: () =>
    new ProblemError(
      409,
      {
        th: 'กระทู้นี้ปิดหรือล็อกแล้ว จึงตอบหรือแก้ไขไม่ได้',
        en: 'This thread is closed or locked: it takes no replies and no changes.',
      },
      { code: 'closed' }
    ),
  cannotAccept: () =>
    new ProblemError(403, {
      th: 'เลือกคำตอบได้เฉพาะผู้ตั้งคำถามหรือเจ้าหน้าที่ สถ.',
      en: 'Only whoever asked, or an officer, may accept an answer.',
    }),
  acceptedMeanwhile: (accepted: string | null) =>
    new ProblemError(
      409,
      {
        th: 'มีผู้เลือกคำตอบอื่นไปแล้วระหว่างนี้ โปรดดูคำตอบล่าสุดก่อนเปลี่ยน',
        en: 'Another answer was accepted meanwhile. Look at it before you change it.',
      },
      { code: 'acceptedMeanwhile', accepted }
    ),
  changedMeanwhile: (revision: number) =>
    new ProblemError(
      409,
      {
        th: 'ข้อความนี้ถูกแก้ไขจากที่อื่นแล้ว โปรดเปิดใหม่ก่อนแก้ไข',
        en: 'This post was changed elsewhere. Open it anew before you change it.',
      },
      { code: 'changedMeanwhile', revision }
    ),
  keyUsed: () =>
    new ProblemError(
      409,
      {
        th: 'รหัสการส่งนี้ใช้กับข้อความอื่นไปแล้ว โปรดส่งใหม่ด้วยรหัสใหม่',
        en: 'This key was used for other words. Send them with a key of their own.',
      },
      { code: 'keyUsed' }
    ),
  hasReplies: () =>
    new ProblemError(
      409,
      {
        th: 'กระทู้นี้มีผู้ตอบแล้วจึงลบเองไม่ได้ โปรดแจ้งผู้ดูแล',
        en: 'This thread has replies, so it is no longer yours alone to delete. Ask a moderator.',
      },
      { code: 'hasReplies' }
    ),
  noWords: (field: string) =>
    new ProblemError(
      400,
      {
        th: `ข้อมูลที่ส่งมาไม่ถูกต้อง: ${field} ไม่มีข้อความที่อ่านได้`,
        en: `Malformed body: ${field} has nothing to read in it.`,
      },
      { fields: [field] }
    ),
  ownVote: () =>
    new ProblemError(400, {
      th: 'โหวตข้อความของตนเองไม่ได้',
      en: 'Nobody votes for what they wrote themselves.',
    }),
  unknownAttachments: () =>
    new ProblemError(
      400,
      {
        th: 'ไม่พบไฟล์แนบ หรือไฟล์ถูกใช้กับข้อความอื่นแล้ว โปรดแนบใหม่',
        en: 'An attachment is unknown or belongs to another post. Attach it again.',
      },
      { fields: ['attachments'] }
    ),
  noSuchAction: (th: string, en: string) => new ProblemError(409, { th, en }, { code: 'notNow' }),
};
