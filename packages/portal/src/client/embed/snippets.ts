/** What somebody has chosen to show on a page of theirs. */
export interface Choice {
  /** Origin of the knowledge bank. */
  origin: string;
  /** Element without `km-`. */
  name: string;
  /** Page of the same service on the knowledge bank's own site. */
  path: string;
  /** Thai name of the service. */
  title: string;
  /** Attributes that differ from what the element does by itself. */
  attributes: Readonly<Record<string, string>>;
  /** `#rrggbb`; null leaves the element's own. */
  accent: string | null;
  /** The release whose files browsers are to check; null for the current one, whichever that is. */
  release: Release | null;
}

/** A release that is named, with what its first file must be. */
export interface Release {
  version: string;
  /** Of `km-checked.js`, as the attribute `integrity` wants it. */
  integrity: string;
}

/** A kind of website, and what to do there. */
export interface Host {
  name: string;
  title: string;
  /** In order, each a sentence. */
  steps: readonly string[];
  /** Its code can name a release and its hash. */
  takesRelease?: true;
  write(choice: Choice): string;
}

/** Address of a frame that shows the choice. */
export function frameAddress({ origin, name, attributes, accent }: Choice): string {
  const query = new URLSearchParams(attributes);
  if (accent) query.set('accent', accent.slice(1));
  return `${origin}/embed/${name}${query.size ? `?${query}` : ''}`;
}

function tagOf({ origin, name, path, title, attributes, accent }: Choice): string {
  const written = [
    ...Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${quoted(value)}"`),
    accent ? ` style="--km-accent: ${accent}"` : '',
  ].join('');
  return `<km-${name}${written}>\n  <a href="${origin}${path}">${title}</a>\n</km-${name}>`;
}

function scriptOf({ origin, release }: Choice): string {
  if (release) {
    const address = `${origin}/widgets/${release.version}/km-checked.js`;
    return `<script type="module" crossorigin src="${address}"\n  integrity="${quoted(release.integrity)}"></script>`;
  }
  return `<script type="module" src="${origin}/widgets/v1/km.js"></script>`;
}

function frameOf(choice: Choice): string {
  const address = quoted(frameAddress(choice));
  return `<iframe src="${address}" title="${choice.title}" width="100%" height="640" loading="lazy" style="border: 0"></iframe>`;
}

/** WordPress takes a hyphen for the end of a shorter shortcode's name. */
function shortcodeOf({ name }: Choice): string {
  return `km_${name.replaceAll('-', '_')}`;
}

/** An attribute's value as HTML wants it. */
function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export const hosts: readonly Host[] = [
  {
    name: 'html',
    title: 'เว็บไซต์ทั่วไป (HTML)',
    steps: [
      'วางโค้ดทั้งหมดในหน้าเว็บตรงตำแหน่งที่ต้องการให้แสดง',
      'ถ้าหน้าเดียวกันใช้หลายบริการ ใส่บรรทัด script เพียงครั้งเดียว',
    ],
    takesRelease: true,
    write: (choice) => `${scriptOf(choice)}\n\n${tagOf(choice)}`,
  },
  {
    name: 'wordpress',
    title: 'WordPress (บล็อก)',
    steps: [
      'เพิ่มบล็อก “HTML ที่กำหนดเอง” (Custom HTML) แล้ววางโค้ดทั้งหมด',
      'ถ้าบันทึกแล้วบรรทัด script หายไป บัญชีของท่านไม่มีสิทธิ์ใส่สคริปต์ ให้เลือก “WordPress (วางที่อยู่)” แทน',
    ],
    takesRelease: true,
    write: (choice) => `${scriptOf(choice)}\n\n${tagOf(choice)}`,
  },
  {
    name: 'wordpress-address',
    title: 'WordPress (วางที่อยู่)',
    steps: [
      'วางที่อยู่นี้เป็นย่อหน้าใหม่ที่ไม่มีข้อความอื่น WordPress จะแสดงเป็นกรอบให้เอง ใช้ได้ทุกบัญชี ทั้งตัวแก้ไขแบบบล็อกและแบบเดิม',
      'กรอบสูงได้ไม่เกิน 1,000 พิกเซล ส่วนที่เกินให้เลื่อนดูในกรอบ',
    ],
    write: frameAddress,
  },
  {
    name: 'wordpress-classic',
    title: 'WordPress (ตัวแก้ไขแบบเดิม)',
    steps: [
      'ให้ผู้ดูแลเว็บไซต์เพิ่มส่วนแรกท้ายไฟล์ functions.php ของธีมเพียงครั้งเดียว (WordPress 5.7 ขึ้นไป)',
      'พิมพ์ส่วนที่สองในหน้าที่ต้องการ ใช้ได้ทุกบัญชี ทั้งแท็บ “ภาพ” และ “ข้อความ” ห้ามวางแท็กลงในหน้าโดยตรงเพราะแท็บ “ภาพ” จะตัดแท็กออก',
    ],
    write: (choice) => `// functions.php
add_action( 'wp_head', function () {
  wp_print_script_tag( array( 'type' => 'module', 'src' => '${choice.origin}/widgets/v1/km.js' ) );
} );
add_shortcode( '${shortcodeOf(choice)}', function () {
  return '${tagOf(choice).replaceAll(/['\\]/g, '\\$&')}';
} );

<!-- ในหน้าเว็บ -->
[${shortcodeOf(choice)}]`,
  },
  {
    name: 'joomla',
    title: 'Joomla',
    steps: [
      'สร้างโมดูล “Custom” แล้วปิดตัวแก้ไขข้อความ (Toggle Editor) ก่อนวางโค้ด',
      'ใน Global Configuration แท็บ Text Filters ตั้งกลุ่มผู้ใช้ของท่านเป็น No Filtering มิฉะนั้นบรรทัด script จะถูกตัดออก',
    ],
    takesRelease: true,
    write: (choice) => `${scriptOf(choice)}\n\n${tagOf(choice)}`,
  },
  {
    name: 'iframe',
    title: 'Google Sites และเว็บที่ใช้ได้เฉพาะ iframe',
    steps: [
      'Google Sites: เลือก แทรก > ฝัง > ฝังโค้ด แล้ววางโค้ด',
      'ถ้าเว็บไซต์รับเฉพาะที่อยู่ ให้ใช้ที่อยู่ในเครื่องหมายคำพูดหลัง src',
    ],
    write: frameOf,
  },
  {
    name: 'react',
    title: 'React 19',
    steps: ['ติดตั้งแพ็กเกจด้วย npm install @km-laas/widgets'],
    write: (choice) => `import { setDefaultApi } from '@km-laas/widgets';
import '@km-laas/widgets/elements/${choice.name}/${choice.name}.define';

setDefaultApi('${choice.origin}');

export function KnowledgeBank() {
  return (
    ${indent(jsxOf(choice), 4)}
  );
}`,
  },
  {
    name: 'vue',
    title: 'Vue 3',
    steps: [
      'ติดตั้งแพ็กเกจด้วย npm install @km-laas/widgets',
      "ตั้ง compilerOptions.isCustomElement เป็น (tag) => tag.startsWith('km-')",
    ],
    write: (choice) => `<script setup>
import { setDefaultApi } from '@km-laas/widgets';
import '@km-laas/widgets/elements/${choice.name}/${choice.name}.define';

setDefaultApi('${choice.origin}');
</script>

<template>
  ${indent(tagOf(choice), 2)}
</template>`,
  },
];

/** As HTML, but for the accent: React takes styles as objects. */
function jsxOf(choice: Choice): string {
  const { accent } = choice;
  const plain = tagOf({ ...choice, accent: null });
  if (!accent) return plain;
  return plain.replace(/>/, ` style={{ '--km-accent': '${accent}' }}>`);
}

function indent(code: string, by: number): string {
  return code.replaceAll('\n', `\n${' '.repeat(by)}`);
}
