import { sampleFacts, type FactOptions } from './fiscal-facts';
import { monthNames, typedDay } from './months';
import type { SampleAuthority } from './sample-register';
import { sampleTransfers, type TransferOptions } from './transfers';

/** A file for the import centre, as officers make them: a line of headings, then a line a row. */
export interface SampleSheet {
  dataSet: 'authority' | 'fiscal' | 'subsidy';
  fileName: string;
  /** Lines of a CSV file, without line breaks. */
  lines(): Iterable<string>;
}

/** Rows of the register. */
export function registerSheet(authorities: readonly SampleAuthority[], year: number): SampleSheet {
  return sheet('authority', 'authority', [
    [
      'รหัส อปท.',
      'ชื่อ อปท.',
      'อำเภอ',
      'จังหวัด',
      'ประชากร',
      'ประชากรปี พ.ศ.',
      'พื้นที่ (ตร.กม.)',
      'พื้นที่ปี พ.ศ.',
    ],
    function* rows() {
      for (const { code, name, district, province, population, areaKm2 } of authorities) {
        yield [code ?? '', name, district ?? '', province, population, year, areaKm2, year];
      }
    },
  ]);
}

/** Actual revenue and expenditure by month. */
export function factsSheet(
  authorities: readonly SampleAuthority[],
  options: FactOptions
): SampleSheet {
  return sheet('fiscal', 'fiscal', [
    ['รหัส อปท.', 'ปีงบประมาณ', 'เดือน', 'รหัสบัญชี', 'จำนวนเงิน'],
    function* rows() {
      for (const authority of authorities) {
        for (const { code, fiscalYear, fiscalMonth, account, satang } of sampleFacts(
          authority,
          options
        )) {
          const month = monthNames[fiscalMonth - 1] ?? '';
          yield [code, fiscalYear, month, account, bahtOf(satang)];
        }
      }
    },
  ]);
}

/** Lists of transfers. */
export function transfersSheet(
  authorities: readonly SampleAuthority[],
  options: TransferOptions
): SampleSheet {
  const day = (date: string | null) => (date === null ? '' : typedDay(date));
  return sheet('subsidy', 'subsidy', [
    [
      'รหัส อปท.',
      'ชื่อ อปท.',
      'จังหวัด',
      'ปีงบประมาณ',
      'ประเภทเงินอุดหนุน',
      'รายการย่อย',
      'งวดที่',
      'เลขที่หนังสือ',
      'หนังสือลงวันที่',
      'ชั้นความเร็ว',
      'เลขที่ใบจัดสรร',
      'วันที่โอน',
      'ผู้รับเงิน',
      'จำนวนคน',
      'จำนวนเงิน',
      'สถานะ',
      'เพิ่มเติม/แก้ไขใบจัดสรร',
    ],
    function* rows() {
      for (const { authority, ...transfer } of sampleTransfers(authorities, options)) {
        yield [
          authority.code ?? '',
          authority.name,
          authority.province,
          transfer.fiscalYear,
          transfer.type,
          transfer.subItem,
          transfer.instalment,
          transfer.letterNumber,
          day(transfer.letterDate),
          transfer.urgency,
          transfer.allocationNumber,
          day(transfer.transferDate),
          transfer.payee,
          transfer.headcount ?? '',
          bahtOf(transfer.satang),
          transfer.status,
          transfer.amends,
        ];
      }
    },
  ]);
}

type Cell = string | number;

function sheet(
  dataSet: SampleSheet['dataSet'],
  name: string,
  [headings, rows]: readonly [readonly string[], () => Iterable<readonly Cell[]>]
): SampleSheet {
  return {
    dataSet,
    fileName: `sample-${name}.csv`,
    *lines() {
      yield lineOf(headings);
      for (const row of rows()) yield lineOf(row);
    },
  };
}

function lineOf(cells: readonly Cell[]): string {
  return cells
    .map((cell) => {
      const text = String(cell);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

/** Baht with two decimals, without the rounding a division would bring. */
function bahtOf(satang: number): string {
  const digits = String(Math.abs(satang)).padStart(3, '0');
  return `${satang < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
