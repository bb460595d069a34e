import type { Region } from '@km-laas/contract';

/**
 * What the address package does not know of a province: the two letters that open the numbers of
 * its letters (อักษรย่อจังหวัด), and its region in the six regions of the Geographical Society.
 */
export const provinceFacts: Readonly<Record<string, { abbreviation: string; region: Region }>> =
  Object.fromEntries(
    (
      [
        ['central', '10กท 11สป 12นบ 13ปท 14อย 15อท 16ลบ 17สห 18ชน 19สบ 26นย'],
        ['central', '60นว 61อน 62กพ 64สท 65พล 66พจ 67พช 72สพ 73นฐ 74สค 75สส'],
        ['east', '20ชบ 21รย 22จบ 23ตร 24ฉช 25ปจ 27สก'],
        ['northeast', '30นม 31บร 32สร 33ศก 34อบ 35ยส 36ชย 37อจ 38บก 39นภ'],
        ['northeast', '40ขก 41อด 42ลย 43นค 44มค 45รอ 46กส 47สน 48นพ 49มห'],
        ['north', '50ชม 51ลพ 52ลป 53อต 54พร 55นน 56พย 57ชร 58มส'],
        ['west', '63ตก 70รบ 71กจ 76พบ 77ปข'],
        ['south', '80นศ 81กบ 82พง 83ภก 84สฎ 85รน 86ชพ'],
        ['south', '90สข 91สต 92ตง 93พท 94ปน 95ยล 96นธ'],
      ] as [Region, string][]
    ).flatMap(([region, list]) =>
      list
        .split(' ')
        .map((entry) => [entry.slice(0, 2), { abbreviation: entry.slice(2), region }] as const)
    )
  );

/** Names of the regions (ภาค), Thai and English. */
export const regionNames: Readonly<Record<Region, { nameTh: string; nameEn: string }>> = {
  north: { nameTh: 'ภาคเหนือ', nameEn: 'North' },
  northeast: { nameTh: 'ภาคตะวันออกเฉียงเหนือ', nameEn: 'Northeast' },
  central: { nameTh: 'ภาคกลาง', nameEn: 'Central' },
  east: { nameTh: 'ภาคตะวันออก', nameEn: 'East' },
  west: { nameTh: 'ภาคตะวันตก', nameEn: 'West' },
  south: { nameTh: 'ภาคใต้', nameEn: 'South' },
};

/** Codes of the 77 provinces, in order. */
export const provinceCodes: readonly string[] = Object.keys(provinceFacts).sort();

/** Names of provinces that no list has and everybody uses, each with the province's code. */
export const otherProvinceNames: readonly (readonly [string, string])[] = [
  ['กรุงเทพ', '10'],
  ['กรุงเทพฯ', '10'],
  ['กทม', '10'],
  ['กทม.', '10'],
  ['อยุธยา', '14'],
  ['แปดริ้ว', '24'],
  ['โคราช', '30'],
];
