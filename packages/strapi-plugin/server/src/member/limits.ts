import type { Limit } from '../platform/shared-limit';

const minute = 60;
const hour = 60 * minute;

/**
 * How often things may be done, counted on all instances together. Whole offices share an address,
 * so those of addresses are loose where nothing is sent and strict where mail or accounts are made.
 */
export const limits = {
  /** Registrations of one address of the network, whatever e-mail addresses they name. */
  register: { name: 'register', points: 10, duration: hour },
  /** Sign-ins of one address of the network. */
  signIn: { name: 'sign-in', points: 60, duration: 15 * minute },
  /** Wrong passwords of one account, or of an e-mail address without one. */
  password: { name: 'password', points: 8, duration: 15 * minute },
  /** Requests for mail from one address of the network. */
  askMail: { name: 'ask-mail', points: 15, duration: hour },
  /** Mail to one e-mail address, whoever asks for it. */
  mailTo: { name: 'mail-to', points: 3, duration: hour },
  /** Tries of one code of a mail with a password. */
  confirm: { name: 'confirm', points: 5, duration: hour },
  /** Codes of one member's second factor, by whoever knows the password. */
  secondFactor: { name: 'second-factor', points: 5, duration: 15 * minute },
  secondFactorDay: { name: 'second-factor-day', points: 30, duration: 24 * hour },
} satisfies Record<string, Limit>;
