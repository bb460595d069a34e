import type { PageFacts as FetchedFacts } from '@km-laas/contract';

/** What matters of a page that shows the knowledge bank. */
export type PageFacts = Omit<FetchedFacts, 'address'> & {
  /** Address of the page; null where only its source is known. */
  address: string | null;
};

/** Something that keeps the knowledge bank from showing, and what mends it. */
export interface Finding {
  what: string;
  mend: string;
  /** To be put in as it stands. */
  code?: string;
}

/** What stands on the knowledge bank's side. */
export interface Bank {
  origin: string;
  /** Tags it has, e.g. `km-faq-list`. */
  tags: readonly string[];
}

/** Says in Thai what is wrong with a page; nothing where all is well. */
export function checkPage(page: PageFacts, bank: Bank): Finding[] {
  const ours = page.tags.filter(({ name }) => name.startsWith('km-'));
  const frames = page.frames.filter((src) => src.includes('/embed/'));
  return [
    ...findTags(page, ours, frames, bank),
    ...(ours.length > 0 ? findScripts(page, bank) : []),
    ...findFrames(page, frames),
    ...findPolicies(page, bank, ours.length > 0, frames.length > 0),
    ...findCharset(page),
  ];
}

function findTags(
  { showsCode }: PageFacts,
  ours: PageFacts['tags'],
  frames: readonly string[],
  { origin, tags }: Bank
): Finding[] {
  const findings: Finding[] = [];
  if (ours.length === 0 && frames.length === 0) {
    findings.push(
      showsCode
        ? {
            what: 'โค้ดถูกแสดงเป็นข้อความ ไม่ได้ทำงานเป็นแท็ก',
            mend: 'ตัวแก้ไขข้อความแปลงเครื่องหมาย < และ > ให้ลบออก แล้ววางใหม่ในโหมด HTML (แท็บ “ข้อความ” หรือ “แก้ไขเป็น HTML”)',
          }
        : {
            what: 'ไม่พบแท็กของคลังความรู้ในหน้านี้',
            mend: 'ตรวจสอบว่าวางโค้ดในหน้านี้และบันทึกแล้ว ถ้าระบบตัดแท็กออก ให้ใช้แบบ iframe แทน',
            code: `<iframe src="${origin}/embed/faq-list" title="คำถามที่พบบ่อย" width="100%" height="640" loading="lazy" style="border: 0"></iframe>`,
          }
    );
  }
  for (const { name, attributes } of ours) {
    if (!tags.includes(name)) {
      findings.push({
        what: `ไม่มีแท็กชื่อ <${name}>`,
        mend: `ตรวจสอบตัวสะกด ชื่อที่ใช้ได้คือ ${tags.join(', ')}`,
      });
    }
    const { authority } = attributes;
    if (authority !== undefined && !/^\d{8}$/.test(authority)) {
      findings.push({
        what: `รหัส อปท. “${authority}” ใน <${name}> ไม่ใช่เลข 8 หลัก`,
        mend: 'ใส่รหัส อปท. 8 หลักเป็นเลขอารบิก เช่น authority="03470102"',
      });
    }
  }
  return findings;
}

function findScripts({ scripts, address }: PageFacts, { origin }: Bank): Finding[] {
  const code = `<script type="module" src="${origin}/widgets/v1/km.js"></script>`;
  const loaders = scripts.filter(({ src }) => /\/widgets\/[^/]+\/km(-checked)?\.js/.test(src));
  if (loaders.length === 0) {
    return [
      {
        what: 'มีแท็กแต่ไม่มีบรรทัด script หรือระบบตัดออกตอนบันทึก',
        mend: 'เพิ่มบรรทัดนี้หนึ่งครั้งในหน้า ถ้าเพิ่มแล้วยังหายไป ให้ใช้แบบ iframe แทน',
        code,
      },
    ];
  }
  const findings: Finding[] = [];
  for (const { src, type } of loaders) {
    if (type !== 'module') {
      findings.push({ what: 'บรรทัด script ไม่มี type="module"', mend: 'แก้เป็นบรรทัดนี้', code });
    }
    if (src.startsWith('http:') && address?.startsWith('https:')) {
      findings.push({
        what: 'หน้าเว็บเป็น https แต่เรียก script ด้วย http เบราว์เซอร์จึงไม่โหลดให้',
        mend: 'แก้เป็นบรรทัดนี้',
        code,
      });
    }
    const release = /\/widgets\/([^/]+)\//.exec(src)?.[1];
    // Who checks files has named the release on purpose.
    if (release !== 'v1' && !src.includes('km-checked.js')) {
      findings.push({
        what: `เรียกรุ่น ${release} จึงไม่ได้การแก้ไขของรุ่นหลังจากนั้น`,
        mend: 'แก้เป็น v1 เพื่อให้ได้รุ่นปัจจุบันเสมอ',
        code,
      });
    }
  }
  return findings;
}

function findFrames({ address }: PageFacts, frames: readonly string[]): Finding[] {
  if (!address?.startsWith('https:')) return [];
  return frames
    .filter((src) => src.startsWith('http:'))
    .map((src) => ({
      what: 'หน้าเว็บเป็น https แต่เรียก iframe ด้วย http เบราว์เซอร์จึงไม่โหลดให้',
      mend: 'แก้ที่อยู่ใน src ของ iframe เป็น',
      code: src.replace(/^http:/, 'https:'),
    }));
}

/** Directives that must name us, and the one that holds where they are left out. */
const forTags = ['script-src', 'connect-src', 'img-src'];
const forFrames = ['frame-src'];

function findPolicies(
  { address, policies, scripts, frames }: PageFacts,
  { origin }: Bank,
  hasTags: boolean,
  hasFrames: boolean
): Finding[] {
  const loader = scripts.find(({ src }) => /\/widgets\/[^/]+\/km(-checked)?\.js/.test(src))?.src;
  const frame = frames.find((src) => src.includes('/embed/'));
  const asked = originOf(loader ?? frame) ?? origin;
  // By http it would be refused anyway, which is told by itself.
  const host = address?.startsWith('https:') ? asked.replace(/^http:/, 'https:') : asked;
  const needed = [...(hasTags ? forTags : []), ...(hasFrames ? forFrames : [])];
  return policies.flatMap((policy) => {
    const directives = new Map(
      policy
        .split(';')
        .map((one) => one.trim().split(/\s+/))
        .map(([name = '', ...sources]) => [name.toLowerCase(), sources] as const)
    );
    const findings: Finding[] = [];
    const blocked = needed.filter((name) => {
      const sources =
        directives.get(name) ??
        (name === 'frame-src' ? directives.get('child-src') : undefined) ??
        directives.get('default-src');
      return sources !== undefined && !sources.some((source) => allows(source, host));
    });
    if (blocked.length > 0) {
      const mended = new Map(directives);
      for (const name of blocked) {
        const sources = directives.get(name) ?? directives.get('default-src') ?? [];
        mended.set(name, [...sources.filter((source) => source !== "'none'"), host]);
      }
      findings.push({
        what: `Content-Security-Policy ของเว็บไซต์ไม่อนุญาต ${host} ใน ${blocked.join(', ')}`,
        mend: 'ให้ผู้ดูแลเซิร์ฟเวอร์แก้ส่วนหัวนี้เป็น',
        code: `Content-Security-Policy: ${[...mended].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')}`,
      });
    }
    const types = directives.get('trusted-types');
    if (hasTags && types && !types.includes('lit-html') && !types.includes('*')) {
      findings.push({
        what: 'Trusted Types ของเว็บไซต์ไม่อนุญาตนโยบาย lit-html',
        mend: 'เพิ่มใน Content-Security-Policy',
        code: `trusted-types ${[...types.filter((type) => type !== "'none'"), 'lit-html', 'km-html'].join(' ')}`,
      });
    }
    return findings;
  });
}

/** Whether a source of a policy covers an origin; nonces and hashes do not reach what a script loads. */
function allows(source: string, origin: string): boolean {
  const { protocol, host } = new URL(origin);
  if (source === '*' || source === origin || source === `${origin}/` || source === protocol) {
    return true;
  }
  const bare = source.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  return bare === host || (bare.startsWith('*.') && host.endsWith(bare.slice(1)));
}

function originOf(address: string | undefined): string | null {
  try {
    return address ? new URL(address).origin : null;
  } catch {
    return null;
  }
}

function findCharset({ charset, isMisdeclared }: PageFacts): Finding[] {
  const code = '<meta charset="utf-8">';
  if (!charset) {
    return [
      {
        what: 'หน้าเว็บไม่ประกาศรหัสอักขระ ข้อความไทยอาจอ่านไม่ออก',
        mend: 'เพิ่มบรรทัดนี้เป็นบรรทัดแรกใน <head> และบันทึกไฟล์เป็น UTF-8',
        code,
      },
    ];
  }
  if (isMisdeclared) {
    return [
      {
        what: `หน้าเว็บประกาศรหัสอักขระ ${charset} แต่ไฟล์เป็นรหัสอื่น ข้อความไทยจึงอ่านไม่ออก`,
        mend: 'บันทึกไฟล์เป็น UTF-8 และประกาศให้ตรงกันทั้งบรรทัดนี้ใน <head> และส่วนหัว Content-Type ของเซิร์ฟเวอร์',
        code,
      },
    ];
  }
  if (/^(utf-?8|tis-?620|windows-874|iso-8859-11)$/.test(charset)) return [];
  return [
    {
      what: `หน้าเว็บประกาศรหัสอักขระ ${charset} ข้อความไทยอาจอ่านไม่ออก`,
      mend: 'บันทึกไฟล์เป็น UTF-8 แล้วแก้เป็นบรรทัดนี้ ถ้ายังเหมือนเดิม ให้ผู้ดูแลเซิร์ฟเวอร์แก้ส่วนหัว Content-Type ด้วย',
      code,
    },
  ];
}
