import { readDateAhead } from './date-ahead.js';
import { searchKey } from './search-key.js';

/** A place in the Government Gazette (ราชกิจจานุเบกษา); null is what was not given. */
export interface GazetteReference {
  /** เล่ม */
  volume: number;
  /** ตอนที่; the oldest volumes are cited by page alone. */
  part: number | null;
  /** ประเภท, the letter of the series: ก, ข, ค or ง. */
  partType: 'ก' | 'ข' | 'ค' | 'ง' | null;
  /** Whether it is a special part (ตอนพิเศษ). */
  special: boolean;
  /** หน้า, the first page. */
  page: number | null;
  /** ISO date of publication. */
  date: string | null;
}

const VOLUME = /เล่ม ?(?:ที่ ?)?(\d{1,4})(?!\d)/;
const PART =
  /^[ ,/]{0,3}ตอน ?(?:ที่)? ?(พิเศษ)? ?(?:ที่)? ?(\d{1,4})(?!\d) ?(?:([กขคง])(?![ก-๎.]))? ?(\(?ฉบับพิเศษ\)?)?/;
const PAGE = /^[ ,/]{0,3}หน้า ?(?:ที่ ?)?(\d{1,5})(?!\d)(?: ?[-–] ?\d{1,5}(?![\d/]))?/;

/**
 * Reads a reference to the Government Gazette, such as `เล่ม 136 ตอนที่ 69 ก หน้า 52 วันที่ 27
 * พฤษภาคม 2562`, whatever stands before it; commas or slashes may separate the parts.
 *
 * Gives null if the text does not name a volume (เล่ม) with a part (ตอน) or a page (หน้า).
 */
export function parseGazette(text: string): GazetteReference | null {
  const typed = searchKey(text);
  const volume = VOLUME.exec(typed);
  if (!volume) return null;
  const afterVolume = typed.slice(volume.index + volume[0].length);
  const part = PART.exec(afterVolume);
  const afterPart = part ? afterVolume.slice(part[0].length) : afterVolume;
  const page = PAGE.exec(afterPart);
  if (!part && !page) return null;
  const { date } = readDateAhead(page ? afterPart.slice(page[0].length) : afterPart);
  return {
    volume: Number(volume[1]),
    part: part ? Number(part[2]) : null,
    partType: (part?.[3] as GazetteReference['partType']) ?? null,
    special: Boolean(part?.[1] ?? part?.[4]),
    page: page ? Number(page[1]) : null,
    date,
  };
}
