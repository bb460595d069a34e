const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 0xffff;

/**
 * The names in a ZIP archive, from its directory; null where the bytes are no whole archive.
 *
 * Nothing is unpacked, so an archive that would swell to any size costs nothing.
 */
export function zipNames(bytes: Buffer): string[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    names.push(bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return null;
}
