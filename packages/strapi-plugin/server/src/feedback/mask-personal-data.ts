const digit = '[0-9๐-๙]';
const gap = '[-\\s.]?';

const patterns = [
  // Thirteen digits of a citizen, however they are grouped.
  new RegExp(`(?<!${digit})${digit}(?:${gap}${digit}){12}(?!${digit})`, 'g'),
  // Telephone numbers: 0 or +66, then eight or nine digits.
  new RegExp(`(?<!${digit})(?:\\+?66|[0๐])(?:${gap}${digit}){8,9}(?!${digit})`, 'g'),
  /[^\s@<>"'(),;]+@[^\s@<>"'(),;]+\.[^\s@<>"'(),;]+/g,
];

/** A comment without citizens' numbers, telephone numbers and e-mail addresses. */
export function maskPersonalData(text: string): string {
  return patterns.reduce((masked, pattern) => masked.replace(pattern, '[ปกปิด]'), text);
}
