/** Lists up to so long are looked through for items that were written before. */
const longest = 100;
const comma = Buffer.from(',');
const written = new WeakMap<object, Buffer>();

/**
 * The bytes of an answer as JSON. An item of a list that is the very object it was the last time is
 * not written again: most rows outlive the answers they stand in.
 */
export function jsonBytes({ data, ...rest }: { data: unknown; meta: object }): Buffer {
  if (!Array.isArray(data) || data.length > longest) {
    return Buffer.from(JSON.stringify({ data, ...rest }));
  }
  const items = data.flatMap((item: unknown, at) =>
    at === 0 ? [bytesOf(item)] : [comma, bytesOf(item)]
  );
  // What follows the list, with its own opening brace turned into a comma.
  const end = Buffer.from(`],${JSON.stringify(rest).slice(1)}`);
  return Buffer.concat([Buffer.from('{"data":['), ...items, end]);
}

function bytesOf(item: unknown): Buffer {
  if (typeof item !== 'object' || item === null) return Buffer.from(JSON.stringify(item) ?? 'null');
  const before = written.get(item);
  if (before) return before;
  const bytes = Buffer.from(JSON.stringify(item));
  written.set(item, bytes);
  return bytes;
}
