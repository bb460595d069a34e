/** A write the server understood and would not do; its message is for the reader, in their language. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    message: string,
    /** What the answer says besides, e.g. which field is wrong. */
    readonly details: Readonly<Record<string, unknown>>
  ) {
    super(message);
  }
}
