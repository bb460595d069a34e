const mistake = 'แก้เป็นบรรทัดนี้';

/** What the page where elements are chosen says once it runs. */
export const th = {
  noRelease: 'อ่านรุ่นของคลังความรู้ไม่ได้ โปรดลองเลือกอีกครั้ง',
  copied: 'คัดลอกแล้ว',
  copyByHand: 'กด Ctrl+C เพื่อคัดลอก',
  province: 'จ.',
  contrast: {
    onEither: 'สีเดียวอ่านได้ชัดบนพื้นสว่างหรือพื้นมืดอย่างใดอย่างหนึ่ง เมื่อใช้สีของหน่วยงานควรเลือกพื้นหลังสว่างหรือมืด',
    good: (contrast: string) => `อ่านได้ชัด ความต่างสี ${contrast} : 1`,
    bad: (contrast: string, least: number) =>
      `อ่านได้ยาก ความต่างสี ${contrast} : 1 ควรไม่น้อยกว่า ${least} : 1`,
  },
  /** Kinds of websites, and what to do there: in order, each a sentence. */
  hosts: {
    html: {
      title: 'เว็บไซต์ทั่วไป (HTML)',
      steps: [
        'วางโค้ดทั้งหมดในหน้าเว็บตรงตำแหน่งที่ต้องการให้แสดง',
        'ถ้าหน้าเดียวกันใช้หลายบริการ ใส่บรรทัด script เพียงครั้งเดียว',
      ],
    },
    wordpress: {
      title: 'WordPress (บล็อก)',
      steps: [
        'เพิ่มบล็อก “HTML ที่กำหนดเอง” (Custom HTML) แล้ววางโค้ดทั้งหมด',
        'ถ้าบันทึกแล้วบรรทัด script หายไป บัญชีของท่านไม่มีสิทธิ์ใส่สคริปต์ ให้เลือก “WordPress (วางที่อยู่)” แทน',
      ],
    },
    'wordpress-address': {
      title: 'WordPress (วางที่อยู่)',
      steps: [
        'วางที่อยู่นี้เป็นย่อหน้าใหม่ที่ไม่มีข้อความอื่น WordPress จะแสดงเป็นกรอบให้เอง ใช้ได้ทุกบัญชี ทั้งตัวแก้ไขแบบบล็อกและแบบเดิม',
        'กรอบสูงได้ไม่เกิน 1,000 พิกเซล ส่วนที่เกินให้เลื่อนดูในกรอบ',
      ],
    },
    'wordpress-classic': {
      title: 'WordPress (ตัวแก้ไขแบบเดิม)',
      steps: [
        'ให้ผู้ดูแลเว็บไซต์เพิ่มส่วนแรกท้ายไฟล์ functions.php ของธีมเพียงครั้งเดียว (WordPress 5.7 ขึ้นไป)',
        'พิมพ์ส่วนที่สองในหน้าที่ต้องการ ใช้ได้ทุกบัญชี ทั้งแท็บ “ภาพ” และ “ข้อความ” ห้ามวางแท็กลงในหน้าโดยตรงเพราะแท็บ “ภาพ” จะตัดแท็กออก',
      ],
    },
    joomla: {
      title: 'Joomla',
      steps: [
        'สร้างโมดูล “Custom” แล้วปิดตัวแก้ไขข้อความ (Toggle Editor) ก่อนวางโค้ด',
        'ใน Global Configuration แท็บ Text Filters ตั้งกลุ่มผู้ใช้ของท่านเป็น No Filtering มิฉะนั้นบรรทัด script จะถูกตัดออก',
      ],
    },
    iframe: {
      title: 'Google Sites และเว็บที่ใช้ได้เฉพาะ iframe',
      steps: [
        'Google Sites: เลือก แทรก > ฝัง > ฝังโค้ด แล้ววางโค้ด',
        'ถ้าเว็บไซต์รับเฉพาะที่อยู่ ให้ใช้ที่อยู่ในเครื่องหมายคำพูดหลัง src',
      ],
    },
    react: {
      title: 'React 19',
      steps: ['ติดตั้งแพ็กเกจด้วย npm install @km-laas/widgets'],
    },
    vue: {
      title: 'Vue 3',
      steps: [
        'ติดตั้งแพ็กเกจด้วย npm install @km-laas/widgets',
        "ตั้ง compilerOptions.isCustomElement เป็น (tag) => tag.startsWith('km-')",
      ],
    },
  },
  /** In a piece of code: where its second part goes. */
  inThePage: 'ในหน้าเว็บ',
  check: {
    opening: 'กำลังเปิดหน้าเว็บ…',
    noAddress: 'โปรดใส่ที่อยู่ของหน้าเว็บ เช่น https://www.example.go.th/',
    noBank: 'เชื่อมต่อกับคลังความรู้ไม่ได้ โปรดลองใหม่อีกครั้ง',
    looked: (address: string) => `ตรวจหน้า ${address}`,
    sound: 'ไม่พบข้อผิดพลาด ถ้ายังไม่แสดงผล ให้ล้างแคชของเว็บไซต์และเบราว์เซอร์ แล้วเปิดหน้าใหม่อีกครั้ง',
    found: (count: number) => `พบสาเหตุที่เป็นไปได้ ${count} ข้อ`,
  },
  findings: {
    shownAsText: {
      what: 'โค้ดถูกแสดงเป็นข้อความ ไม่ได้ทำงานเป็นแท็ก',
      mend: 'ตัวแก้ไขข้อความแปลงเครื่องหมาย < และ > ให้ลบออก แล้ววางใหม่ในโหมด HTML (แท็บ “ข้อความ” หรือ “แก้ไขเป็น HTML”)',
    },
    noTag: {
      what: 'ไม่พบแท็กของคลังความรู้ในหน้านี้',
      mend: 'ตรวจสอบว่าวางโค้ดในหน้านี้และบันทึกแล้ว ถ้าระบบตัดแท็กออก ให้ใช้แบบ iframe แทน',
    },
    frameTitle: 'คำถามที่พบบ่อย',
    unknownTag: (name: string, known: string) => ({
      what: `ไม่มีแท็กชื่อ <${name}>`,
      mend: `ตรวจสอบตัวสะกด ชื่อที่ใช้ได้คือ ${known}`,
    }),
    wrongAuthority: (name: string, authority: string) => ({
      what: `รหัส อปท. “${authority}” ใน <${name}> ไม่ใช่เลข 8 หลัก`,
      mend: 'ใส่รหัส อปท. 8 หลักเป็นเลขอารบิก เช่น authority="03470102"',
    }),
    noScript: {
      what: 'มีแท็กแต่ไม่มีบรรทัด script หรือระบบตัดออกตอนบันทึก',
      mend: 'เพิ่มบรรทัดนี้หนึ่งครั้งในหน้า ถ้าเพิ่มแล้วยังหายไป ให้ใช้แบบ iframe แทน',
    },
    noModule: { what: 'บรรทัด script ไม่มี type="module"', mend: mistake },
    scriptByHttp: {
      what: 'หน้าเว็บเป็น https แต่เรียก script ด้วย http เบราว์เซอร์จึงไม่โหลดให้',
      mend: mistake,
    },
    oldRelease: (release: string) => ({
      what: `เรียกรุ่น ${release} จึงไม่ได้การแก้ไขของรุ่นหลังจากนั้น`,
      mend: 'แก้เป็น v1 เพื่อให้ได้รุ่นปัจจุบันเสมอ',
    }),
    frameByHttp: {
      what: 'หน้าเว็บเป็น https แต่เรียก iframe ด้วย http เบราว์เซอร์จึงไม่โหลดให้',
      mend: 'แก้ที่อยู่ใน src ของ iframe เป็น',
    },
    policy: (host: string, directives: string) => ({
      what: `Content-Security-Policy ของเว็บไซต์ไม่อนุญาต ${host} ใน ${directives}`,
      mend: 'ให้ผู้ดูแลเซิร์ฟเวอร์แก้ส่วนหัวนี้เป็น',
    }),
    trustedTypes: {
      what: 'Trusted Types ของเว็บไซต์ไม่อนุญาตนโยบาย lit-html',
      mend: 'เพิ่มใน Content-Security-Policy',
    },
    noCharset: {
      what: 'หน้าเว็บไม่ประกาศรหัสอักขระ ข้อความไทยอาจอ่านไม่ออก',
      mend: 'เพิ่มบรรทัดนี้เป็นบรรทัดแรกใน <head> และบันทึกไฟล์เป็น UTF-8',
    },
    misdeclared: (charset: string) => ({
      what: `หน้าเว็บประกาศรหัสอักขระ ${charset} แต่ไฟล์เป็นรหัสอื่น ข้อความไทยจึงอ่านไม่ออก`,
      mend: 'บันทึกไฟล์เป็น UTF-8 และประกาศให้ตรงกันทั้งบรรทัดนี้ใน <head> และส่วนหัว Content-Type ของเซิร์ฟเวอร์',
    }),
    foreignCharset: (charset: string) => ({
      what: `หน้าเว็บประกาศรหัสอักขระ ${charset} ข้อความไทยอาจอ่านไม่ออก`,
      mend: 'บันทึกไฟล์เป็น UTF-8 แล้วแก้เป็นบรรทัดนี้ ถ้ายังเหมือนเดิม ให้ผู้ดูแลเซิร์ฟเวอร์แก้ส่วนหัว Content-Type ด้วย',
    }),
  },
};

/** The same in any language. */
export type Translation = typeof th;
