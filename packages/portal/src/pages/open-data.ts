import { html, type Html } from '../html.js';
import type { House } from '../page.js';
import { renderTextHead } from './text-head.js';

export function renderOpenData(house: House): Html {
  return html`<div class="panel prose">
    ${renderTextHead('/open-data', house)}
    <p>
      ตัวเลขทุกตัวที่แสดงในหน้า <a href="/fiscal">ภาพรวมการคลัง</a> และ
      <a href="/subsidies">การโอนเงินอุดหนุนทั่วไป</a>
      ดาวน์โหลดและนำไปใช้ต่อได้โดยไม่ต้องเข้าสู่ระบบ
    </p>

    <h2>ไฟล์ที่ใช้บ่อย</h2>
    <p>ไฟล์ CSV เป็น UTF-8 เปิดด้วย Excel ได้ทันที ชื่อคอลัมน์เป็นภาษาอังกฤษเพื่อให้โปรแกรมอ่านได้เหมือนกันทุกปี</p>
    <ul>
      <li>
        รายรับจริงและรายจ่ายจริงทั้งประเทศ
        <a href="/api/km/v1/fiscal/overview.csv">ภาพรวมการคลัง (CSV)</a>
        <a href="/api/km/v1/fiscal/overview.xlsx">ภาพรวมการคลัง (Excel)</a>
      </li>
      <li>
        ตัวเลขรายจังหวัด 77 จังหวัด
        <a href="/api/km/v1/fiscal/map.csv">รายจังหวัด (CSV)</a>
        <a href="/api/km/v1/fiscal/map.xlsx">รายจังหวัด (Excel)</a>
      </li>
      <li>
        การโอนเงินอุดหนุนทั่วไปของจังหวัดสกลนคร
        <a href="/api/km/v1/subsidies.csv?province=47">เงินอุดหนุน (CSV)</a>
        <a href="/api/km/v1/subsidies.xlsx?province=47">เงินอุดหนุน (Excel)</a>
        <p>เปลี่ยนรหัสจังหวัดสองหลักท้ายที่อยู่เป็นจังหวัดอื่นได้ เช่น 34 คือจังหวัดอุบลราชธานี</p>
      </li>
    </ul>

    <h2>คำอธิบายข้อมูล</h2>
    <ul>
      <li>
        <a href="/open-data/catalog.jsonld">บัญชีข้อมูลตามมาตรฐาน DCAT</a>
        <p>ชุดข้อมูลทั้งหมด หน่วยงานเจ้าของ รอบการปรับปรุง และที่อยู่ของทุกไฟล์</p>
      </li>
      <li>
        <a href="/open-data/fiscal/datapackage.json">ชุดข้อมูลการคลังตามมาตรฐาน Fiscal Data Package</a>
        <p>ความหมายและชนิดของทุกคอลัมน์ สำหรับโปรแกรมวิเคราะห์</p>
      </li>
      <li><a href="/api/km/v1/openapi.json">คำอธิบาย API สาธารณะในรูปแบบ OpenAPI</a></li>
    </ul>

    <h2>ก่อนนำตัวเลขไปใช้</h2>
    <ul>
      <li>จำนวนเงินเป็นบาท มีทศนิยมสองตำแหน่ง ปีงบประมาณเป็นพุทธศักราช เริ่ม 1 ตุลาคมของปีก่อนหน้า</li>
      <li>แห่งที่ยังไม่รายงานจะไม่มีแถวข้อมูล ไม่ได้หมายความว่าเป็นศูนย์</li>
      <li>ตัวเลขเดือนที่ผ่านมาอาจแก้ไขภายหลัง ทุกไฟล์ระบุวันที่ของข้อมูล</li>
      <li>ข้อมูลที่ระบุว่าเป็น “ข้อมูลตัวอย่าง” สร้างขึ้นเพื่อทดลองระบบ ห้ามนำไปอ้างอิง</li>
    </ul>

    <h2>สัญญาอนุญาต</h2>
    <p>
      ใช้ได้ตามสัญญาอนุญาตข้อมูลเปิดภาครัฐ (DGA-OGL) โดยอ้างที่มาเป็น “กรมส่งเสริมการปกครองท้องถิ่น คลังความรู้ e-LAAS”
      พร้อมวันที่ของข้อมูล
    </p>
  </div>`;
}
