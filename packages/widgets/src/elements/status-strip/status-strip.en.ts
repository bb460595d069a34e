import type { StatusTranslation } from './status-strip.th.js';

export const en: StatusTranslation = {
  label: 'State of e-LAAS',
  state: { normal: 'Normal', slow: 'Slow', closed: 'Closed' },
  normal: 'e-LAAS works as usual',
  since: (time) => `Since ${time}`,
  until: (time) => `Expected to be over ${time}`,
  unknownEnd: 'It is not known yet when this will be over',
  advice: 'What to do meanwhile',
  coming: 'Ahead',
  from: (start) => `From ${start}`,
  span: (start, end) => `${start} to ${end}`,
};
