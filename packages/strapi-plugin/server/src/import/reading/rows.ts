/** Takes the rows of a file one after another. */
export interface RowSink {
  /** @param number row as a spreadsheet numbers it, from 1 */
  row(cells: readonly string[], number: number): void;
  /** Called between rows, with bytes read and to read; the reader goes on when it resolves. */
  pause(done: number, total: number): Promise<void>;
}
