import { searchKey } from '@km-laas/thai';
import type { RegisteredAuthority } from './register';
import type { AuthorityRow } from './sheet';

/** What a row of a file does to the register. */
export interface RegisterChange {
  row: AuthorityRow;
  /** The entry it is about; null where it is a new authority. */
  entry: RegisteredAuthority | null;
  /** Fields that get another value. */
  fields: (keyof AuthorityRow)[];
}

export interface RegisterChanges {
  changes: RegisterChange[];
  /** Rows that more than one entry could be meant by; nothing is done with them. */
  unclear: AuthorityRow[];
}

/** Fields a row may change; what it does not say stays. */
const fields = [
  'code',
  'kind',
  'name',
  'provinceCode',
  'district',
  'districtCode',
  'population',
  'populationYear',
  'areaKm2',
  'areaYear',
  'validFrom',
  'validTo',
] as const satisfies readonly (keyof AuthorityRow & keyof RegisteredAuthority)[];

/**
 * Finds the entry of every row: by its code, else by kind, name and province, and by the district
 * where there are several. Each entry is taken once. Nothing is ever removed: an authority a file
 * leaves out stays as it is.
 *
 * @param keepsReal - Whether entries that are no samples stay as they are, as a file of samples asks.
 */
export function changesOf(
  rows: readonly AuthorityRow[],
  register: readonly RegisteredAuthority[],
  keepsReal: boolean
): RegisterChanges {
  const byCode = new Map(register.flatMap((entry) => (entry.code ? [[entry.code, entry]] : [])));
  const byName = new Map<string, RegisteredAuthority[]>();
  for (const entry of register) {
    const key = nameKey(entry);
    byName.set(key, [...(byName.get(key) ?? []), entry]);
  }
  const taken = new Set<RegisteredAuthority>();
  const found = new Map<AuthorityRow, RegisteredAuthority>();
  for (const row of rows) {
    const entry = row.code === null ? undefined : byCode.get(row.code);
    if (!entry) continue;
    found.set(row, entry);
    taken.add(entry);
  }
  const unclear: AuthorityRow[] = [];
  for (const row of rows) {
    if (found.has(row)) continue;
    // An entry with another code is another authority, however alike their names are.
    const alike = (byName.get(nameKey(row)) ?? []).filter(
      (entry) => !taken.has(entry) && (row.code === null || entry.code === null)
    );
    const [entry, ...others] = alike.length > 1 ? sameDistrict(alike, row) : alike;
    if (!entry || (row.code !== null && !isSameDistrict(entry, row))) continue;
    if (others.length > 0) {
      unclear.push(row);
      continue;
    }
    found.set(row, entry);
    taken.add(entry);
  }
  const doubtful = new Set(unclear);
  const codes = new Map(
    register.map(({ documentId, code }) => [documentId, code] as [string, string | null])
  );
  return {
    unclear,
    changes: rows
      .filter((row) => !doubtful.has(row))
      .map((row) => {
        const entry = found.get(row) ?? null;
        if (entry && keepsReal && !entry.sample) return { row, entry, fields: [] };
        return { row, entry, fields: entry ? changedFields(row, entry, codes) : [...fields] };
      }),
  };
}

function changedFields(
  row: AuthorityRow,
  entry: RegisteredAuthority,
  codes: ReadonlyMap<string, string | null>
): (keyof AuthorityRow)[] {
  const changed: (keyof AuthorityRow)[] = fields.filter(
    (field) => row[field] !== null && row[field] !== entry[field]
  );
  const successor = entry.successorId === null ? null : (codes.get(entry.successorId) ?? null);
  if (row.successorCode !== null && row.successorCode !== successor) changed.push('successorCode');
  return changed;
}

function nameKey({
  kind,
  name,
  provinceCode,
}: Pick<AuthorityRow, 'kind' | 'name' | 'provinceCode'>) {
  return `${kind}/${provinceCode}/${searchKey(name).replace(/\s/g, '')}`;
}

function sameDistrict(entries: readonly RegisteredAuthority[], row: AuthorityRow) {
  if (row.districtCode === null) return entries;
  return entries.filter((entry) => entry.districtCode === row.districtCode);
}

function isSameDistrict(entry: RegisteredAuthority, row: AuthorityRow): boolean {
  return (
    row.districtCode === null ||
    entry.districtCode === null ||
    entry.districtCode === row.districtCode
  );
}
