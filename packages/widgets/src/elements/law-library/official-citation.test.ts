import { expect } from 'chai';
import { actItem, lawItem } from '../../../test/fixtures/laws.js';
import { officialCitation } from './official-citation.js';

describe('the official citation', () => {
  it('names issuer, urgency, number and day of a letter', () => {
    expect(officialCitation(lawItem())).to.equal(
      'หนังสือกระทรวงมหาดไทย ด่วนที่สุด ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561'
    );
  });
  it('leaves out an urgency that is not there', () => {
    expect(officialCitation(lawItem({ urgency: null }))).to.equal(
      'หนังสือกระทรวงมหาดไทย ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561'
    );
  });
  it('adds the day where the number stands alone', () => {
    expect(
      officialCitation(lawItem({ urgency: 'urgent', citation: 'ที่ มท 0808.4/ว 5912' }))
    ).to.equal('หนังสือกระทรวงมหาดไทย ด่วน ที่ มท 0808.4/ว 5912 ลงวันที่ 17 ตุลาคม 2561');
  });
  it('names the place of an act in the Royal Gazette', () => {
    expect(officialCitation(actItem())).to.equal(
      'พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ราชกิจจานุเบกษา เล่ม 136 ตอนที่ 69 ก หน้า 52 วันที่ 27 พฤษภาคม 2562'
    );
  });
  it('does not say Royal Gazette twice', () => {
    const gazette = { ...actItem().gazette!, text: 'ราชกิจจานุเบกษา เล่ม 136 ตอนที่ 69 ก' };
    expect(officialCitation(actItem({ gazette }))).to.equal(
      'พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 ราชกิจจานุเบกษา เล่ม 136 ตอนที่ 69 ก'
    );
  });
  it('names the title of a regulation, which says its year', () => {
    const title = 'ระเบียบกระทรวงมหาดไทยว่าด้วยวิธีการงบประมาณขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2563';
    expect(officialCitation(actItem({ kind: 'regulation', title, gazette: null }))).to.equal(title);
  });
  it('names the day of an announcement', () => {
    const title = 'ประกาศคณะกรรมการกลาง เรื่อง หลักเกณฑ์การประเมินผล';
    expect(officialCitation(actItem({ kind: 'announcement', title, gazette: null }))).to.equal(
      `${title} ลงวันที่ 24 พฤษภาคม 2562`
    );
  });
});
