const digit = '[0-9๐-๙０-９]';
// What people put between the groups of a number: spaces, any dash, dots and brackets. No
// slash, or days such as 01/07/2563 10.30 would be numbers too.
const gap = '[-\\s.()\\u2010-\\u2015\\u2212]{0,3}';

const patterns = [
  // Thirteen digits of a citizen, however they are grouped.
  new RegExp(`(?<!${digit})${digit}(?:${gap}${digit}){12}(?!${digit})`, 'g'),
  // Telephone numbers: 0 or +66, then eight or nine digits; +66 is often followed by the 0 as well.
  new RegExp(`(?<!${digit})(?:\\+?66(?:${gap}0)?|[0๐０])(?:${gap}${digit}){8,9}(?!${digit})`, 'g'),
  /[^\s@<>"'(),;]+@[^\s@<>"'(),;]+\.[^\s@<>"'(),;]+/g,
];

// Signs nobody sees would split a number in two, and PostgreSQL refuses a text with NUL.
const unseen = /[^\P{Cc}\n\t]|[\u200B\u2060\uFEFF]/gu;

/** A comment without citizens' numbers, telephone numbers and e-mail addresses. */
export function maskPersonalData(text: string): string {
  return patterns.reduce(
    (masked, pattern) => masked.replace(pattern, '[ปกปิด]'),
    text.replace(unseen, '')
  );
}
