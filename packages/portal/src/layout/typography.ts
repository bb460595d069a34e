/**
 * Words that browsers' dictionaries cut in the wrong place, long ones first. Each is short enough
 * for a line of a heading on the narrowest screen.
 */
const words = [
  'ประชาสัมพันธ์',
  'หนังสือสั่งการ',
  'เข้าสู่ระบบ',
  'จาวาสคริปต์',
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

/** The system's own name would else end a line at its hyphen. */
const together = new RegExp(`e-LAAS|${words.join('|')}`, 'g');

/** Text inside these is not read as prose. */
const leftAlone = new Set(['code', 'script', 'title', 'option', 'textarea', 'svg']);

/** Elements that have no end. */
const endless = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

/** Markup in which these words never stand on two lines; what it says stays the same. */
export function keepWordsTogether(markup: string): string {
  const open: string[] = [];
  return markup
    .split(/(<!--.*?-->|<[^>]*>)/s)
    .map((piece) => {
      const tag = /^<(\/?)([a-z][\w-]*)/.exec(piece);
      if (tag) {
        const [, slash, name = ''] = tag;
        if (slash) open.length = Math.max(0, open.lastIndexOf(name));
        else if (!piece.endsWith('/>') && !endless.has(name)) open.push(name);
        return piece;
      }
      if (piece.startsWith('<') || open.some((name) => leftAlone.has(name))) return piece;
      return piece.replace(together, '<span class="together">$&</span>');
    })
    .join('');
}
