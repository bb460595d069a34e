import type { AuthorityKind } from '@km-laas/contract';

/** What a kind of authority is called and how its codes tell it. */
export interface KindFacts {
  /** What its whole names begin with; the whole name itself of the two that are alone of their kind. */
  nameTh: string;
  abbreviation: string;
  /** Second digit of its 8-digit codes (`0T PP AA NN`); null where no code is known. */
  digit: string | null;
}

/** Every kind of local authority (ประเภท อปท.), from the widest area to the narrowest. */
export const kindFacts: Readonly<Record<AuthorityKind, KindFacts>> = {
  bangkok: { nameTh: 'กรุงเทพมหานคร', abbreviation: 'กทม.', digit: null },
  pattaya: { nameTh: 'เมืองพัทยา', abbreviation: 'เมืองพัทยา', digit: null },
  pao: { nameTh: 'องค์การบริหารส่วนจังหวัด', abbreviation: 'อบจ.', digit: '2' },
  city: { nameTh: 'เทศบาลนคร', abbreviation: 'ทน.', digit: '3' },
  town: { nameTh: 'เทศบาลเมือง', abbreviation: 'ทม.', digit: '4' },
  subdistrict: { nameTh: 'เทศบาลตำบล', abbreviation: 'ทต.', digit: '5' },
  sao: { nameTh: 'องค์การบริหารส่วนตำบล', abbreviation: 'อบต.', digit: '6' },
};

export const kindNames = Object.keys(kindFacts) as AuthorityKind[];

/** The kinds there is one authority of: its kind is its name. */
const alone: ReadonlySet<AuthorityKind> = new Set(['bangkok', 'pattaya']);

export function isAlone(kind: AuthorityKind): boolean {
  return alone.has(kind);
}

/** The kind a name or an abbreviation says, with or without its full stop; null for anything else. */
export function kindNamed(text: string): AuthorityKind | null {
  const bare = bareOf(text);
  return (
    kindNames.find((kind) => {
      const { nameTh, abbreviation } = kindFacts[kind];
      return [kind, bareOf(nameTh), bareOf(abbreviation)].includes(bare);
    }) ?? (bare === 'พัทยา' ? 'pattaya' : null)
  );
}

const bareOf = (text: string) => text.replace(/[.\s]/g, '');

/** The kind a whole name begins with; null where it does not say. */
export function kindInName(name: string): AuthorityKind | null {
  const text = name.trim();
  return (
    kindNames.find((kind) => {
      const { nameTh, abbreviation } = kindFacts[kind];
      return text.startsWith(nameTh) || text.startsWith(abbreviation);
    }) ?? null
  );
}

/** Its own name, without what every authority of its kind is called: `ขามเรียง`. */
export function ownName(kind: AuthorityKind, name: string): string {
  const { nameTh, abbreviation } = kindFacts[kind];
  const text = name.trim().replace(/\s+/g, ' ');
  if (isAlone(kind)) return text;
  const opening = [nameTh, abbreviation].find((word) => text.startsWith(word));
  return opening ? text.slice(opening.length).trim() : text;
}

/** Its whole name, however much of it is given: `องค์การบริหารส่วนตำบลขามเรียง`. */
export function wholeName(kind: AuthorityKind, name: string): string {
  return isAlone(kind) ? kindFacts[kind].nameTh : kindFacts[kind].nameTh + ownName(kind, name);
}
