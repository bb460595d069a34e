import { basename, extname } from 'node:path';

// Characters no file system agrees on, and those that hide or reorder what a name says, such as
// the right-to-left override that shows "fdp.exe" as "exe.pdf".
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001F\u007F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
const RESERVED = /[<>:"/\\|?*]+/g;
const LONGEST = 120;

/** Endings of files that run or that a browser executes, wherever in a name they stand. */
const RUNS =
  /\.(?:php\d?|phtml|phar|html?|xhtml|shtml|svgz?|js|mjs|cjs|exe|com|bat|cmd|scr|pif|vbs|vbe|wsf|jar|msi|msix|dll|sh|ps1|hta|lnk|aspx?|jspx?|cgi|pl|py|rb|apk|swf|xml|xsl)(?=\.|\s|$)/i;
const DOCUMENT = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|png|jpe?g|webp)$/i;

/** The ending of a name, in lower case with its dot; empty where there is none. */
export function endingOf(name: string): string {
  return extname(tidy(name)).toLowerCase();
}

/** Whether a name has the ending of a program or web page before its last one, or as its last. */
export function namesProgram(name: string): boolean {
  return RUNS.test(tidy(name));
}

/**
 * A name that is safe to keep and to offer for download, with this ending and no other.
 *
 * Thai, spaces and numbers such as "ฉบับ 2.1" stay; a second ending of a document, as in
 * `หนังสือ.docx.pdf`, goes.
 */
export function cleanFileName(name: string, ending: string): string {
  let stem = basename(tidy(name).replace(/\\/g, '/'));
  if (stem.toLowerCase().endsWith(ending)) stem = stem.slice(0, -ending.length);
  while (DOCUMENT.test(stem)) stem = stem.replace(DOCUMENT, '');
  while (RUNS.test(stem)) stem = stem.replace(RUNS, '');
  stem = stem
    .replace(RESERVED, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.]+$/g, '');
  const short = [...stem].slice(0, LONGEST).join('').trimEnd();
  return `${short || 'ไฟล์'}${ending}`;
}

/** A name without the characters that nobody sees. */
export function tidy(name: string): string {
  return name.normalize('NFC').replace(FORBIDDEN, '').trim();
}
