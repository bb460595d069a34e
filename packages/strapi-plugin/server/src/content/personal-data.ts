const digit = '[0-9๐-๙０-９]';
// What people put between the groups of a number: spaces, any dash, dots and brackets, and signs
// nobody sees. No slash, or days such as 01/07/2563 10.30 would be numbers too.
const gap = '[-\\s.()\\u2010-\\u2015\\u2212\\u0000\\u200B-\\u200D\\u2060\\uFEFF]{0,3}';

/** Thirteen digits of a citizen, however they are grouped. */
export const citizenIdPattern = new RegExp(
  `(?<!${digit})${digit}(?:${gap}${digit}){12}(?!${digit})`,
  'g'
);

/** Telephone numbers: 0 or +66, then eight or nine digits; +66 is often followed by the 0 as well. */
export const phonePattern = new RegExp(
  `(?<!${digit})(?:\\+?66(?:${gap}0)?|[0๐０])(?:${gap}${digit}){8,9}(?!${digit})`,
  'g'
);

/** Ten to twelve digits, however they are grouped: a bank's account where the words around say so. */
export const accountPattern = new RegExp(
  `(?<!${digit})${digit}(?:${gap}${digit}){9,11}(?!${digit})`,
  'g'
);

export const emailPattern =
  /(?<![^\s@<>"'(),;:])[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,190}\.[^\s@<>"'(),;:]{2,63}/g;
