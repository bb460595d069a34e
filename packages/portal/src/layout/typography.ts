/**
 * Words that browsers' dictionaries cut in the wrong place, long ones first. Short enough each to
 * fit a line of a heading on the narrowest screen.
 */
const words = [
  'ประชาสัมพันธ์',
  'หนังสือสั่งการ',
  'ส่วนบุคคล',
  'ส่วนท้องถิ่น',
  'การปรับปรุง',
  'คลังความรู้',
  'การเข้าถึง',
  'งบประมาณ',
  'เว็บไซต์',
  'แบบฟอร์ม',
  'ท้องถิ่น',
  'กองคลัง',
  'เอกสาร',
];

/** The system's name would else end a line at its hyphen. */
const everywhere = /e-LAAS/g;
const inHeadings = new RegExp(`e-LAAS|${words.join('|')}`, 'g');

/** Text inside these is not read as prose. */
const leftAlone = new Set(['code', 'script', 'title', 'option', 'textarea', 'svg']);

/** Markup in which headings break only between words, and the system's name breaks nowhere. */
export function keepWordsTogether(markup: string): string {
  const open: string[] = [];
  return markup
    .split(/(<!--.*?-->|<[^>]*>)/s)
    .map((piece) => {
      const tag = /^<(\/?)([a-z][\w-]*)/.exec(piece);
      if (tag) {
        const [, slash, name = ''] = tag;
        if (slash) open.length = Math.max(0, open.lastIndexOf(name));
        else if (!/\/>$/.test(piece) && !isVoid.has(name)) open.push(name);
        return piece;
      }
      if (piece.startsWith('<') || open.some((name) => leftAlone.has(name))) return piece;
      const pattern = open.some((name) => /^h[1-6]$/.test(name)) ? inHeadings : everywhere;
      return piece.replace(pattern, '<span class="together">$&</span>');
    })
    .join('');
}

const isVoid = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
