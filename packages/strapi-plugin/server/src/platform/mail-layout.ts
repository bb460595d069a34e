import { escapeHtml } from './escape-html';

/** What a mail says; it is written twice, as plain text and as HTML. */
export interface MailWords {
  subject: string;
  /** First line, e.g. whom it is for. */
  greeting: string;
  paragraphs: readonly string[];
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** Lines below it, in smaller letters. */
  notes?: readonly string[];
  /** Who sends it, and from where. */
  sender: { name: string; url: string };
  /** Ends mail of this kind; stands at the foot. */
  off?: { label: string; url: string };
}

/** A mail as it leaves. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
  /** Lets mail programs offer their own button that ends mail of this kind (RFC 8058). */
  offUrl?: string;
}

const ink = '#17202e';
const quiet = '#4a5568';
const accent = '#0b57a4';
const font = "Sarabun,'TH Sarabun New','Noto Sans Thai','Leelawadee UI',Tahoma,sans-serif";

/** Writes a mail: short lines of text, and HTML that mail programs show without fetching anything. */
export function writeMail(words: MailWords): Mail {
  return {
    subject: oneLine(words.subject),
    text: writeText(words),
    html: writeHtml(words),
    ...(words.off && { offUrl: words.off.url }),
  };
}

function writeText({ greeting, paragraphs, action, notes = [], sender, off }: MailWords): string {
  return [
    greeting,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...notes,
    `--\n${sender.name}\n${sender.url}`,
    ...(off ? [`${off.label}: ${off.url}`] : []),
  ].join('\n\n');
}

function writeHtml({
  subject,
  greeting,
  paragraphs,
  action,
  notes = [],
  sender,
  off,
}: MailWords): string {
  const text = (line: string) => escapeHtml(line).replaceAll('\n', '<br>');
  const small = (line: string) =>
    `<p style="margin:0 0 8px;font-size:14px;color:${quiet}">${line}</p>`;
  const link = (url: string, label: string) =>
    `<a href="${escapeHtml(url)}" style="color:${accent}">${escapeHtml(label)}</a>`;
  return [
    `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:24px 12px;background:#f4f7fb;color:${ink};font:16px/1.7 ${font}">`,
    `<div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border:1px solid #d5dce6;border-radius:6px">`,
    `<p style="margin:0 0 16px;font-weight:bold;color:${accent}">${escapeHtml(sender.name)}</p>`,
    ...[greeting, ...paragraphs].map((line) => `<p style="margin:0 0 16px">${text(line)}</p>`),
    action
      ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 24px;background:${accent};color:#fff;border-radius:6px;text-decoration:none;font-weight:bold">${escapeHtml(action.label)}</a></p>` +
        small(`หากปุ่มใช้ไม่ได้ เปิดที่อยู่นี้ในเบราว์เซอร์<br>${link(action.url, action.url)}`)
      : '',
    ...notes.map((line) => small(text(line))),
    `<hr style="margin:24px 0 16px;border:0;border-top:1px solid #d5dce6">`,
    small(link(sender.url, sender.url)),
    off ? small(link(off.url, off.label)) : '',
    '</div></body></html>',
  ].join('');
}

/** A subject with a line break would be two headers. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
