import type { AuthorityPickerTranslation } from './authority-picker.th.js';

export const en: AuthorityPickerTranslation = {
  pick: 'Choose a local authority',
  pickHint:
    'Type a name, district, province or eight-digit code in Thai. The choice is kept on this device.',
  pickPlaceholder: 'e.g. ทน.สกลนคร',
  found: (count) => `${count} found; choose with the arrow keys`,
  noneFound: (name) => `No authority matches “${name}”`,
  noneHint: 'Try the bare name, or add the province.',
};
