/** Why words cannot be read out of a file. */
export type Unreadable = 'broken' | 'encrypted' | 'noText' | 'tooLarge' | 'hostile';

/** Thrown by the readers of files; anything else they throw means broken. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';

  constructor(readonly reason: Unreadable) {
    super(`The file is ${reason}.`);
  }
}
