import { errors } from '@strapi/utils';
import { tidy } from './file-name';

/** One thing an editor has to put right. */
export interface Fault {
  /** Where: names of fields, and places (from 0) within a repeated component. */
  path: (string | number)[];
  /** A Thai sentence that says what to do. */
  message: string;
}

/**
 * The refusal of a save, as the content manager shows it: each sentence under its own field, and
 * all of them in the notice on top.
 */
export function refusalOf(faults: readonly [Fault, ...Fault[]]): Error {
  return new errors.ValidationError(faults.map(({ message }) => message).join('\n'), {
    errors: faults.map(({ path, message }) => ({
      path: path.map(String),
      message,
      name: 'ValidationError',
    })),
  });
}

/** Throws the refusal of these faults; returns where there are none. */
export function refuse(faults: readonly Fault[]): void {
  const [first, ...others] = faults;
  if (first) throw refusalOf([first, ...others]);
}

/**
 * A title as a refusal quotes it: short, and without the characters that mean something to the
 * message format of the admin panel, which parses what it shows.
 */
export function quoted(title: string | null | undefined): string {
  const plain = tidy(title ?? '')
    .replace(/[{}<>'#]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short = plain.length > 80 ? `${plain.slice(0, 79).trimEnd()}…` : plain;
  return `“${short || 'ไม่มีชื่อ'}”`;
}
