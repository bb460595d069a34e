import { editors } from './editors.js';
import type { Guide } from './guide.js';
import { members } from './members.js';
import { readers } from './readers.js';
import { webAdmins } from './web-admins.js';

/** The manual of this system (คู่มือการใช้งาน e-LAAS KM), a page for each kind of reader. */
export const guides: readonly Guide[] = [readers, members, webAdmins, editors];

export const guidePath = ({ name }: Guide): string => `/help/${name}`;
