import { authority } from './authority';
import { faq } from './faq';
import { feedback } from './feedback';
import { fiscal } from './fiscal';
import { form } from './form';
import { law } from './law';
import { manual } from './manual';
import { member } from './member';
import { news } from './news';
import { search } from './search';
import { status } from './status';
import { subsidy } from './subsidy';
import { topic } from './topic';
import { update } from './update';
import { thread } from './webboard';
import type { ServiceRoom } from './platform/service-room';

/** Every service of the knowledge bank; the eleventh is added here. */
export const rooms: readonly ServiceRoom[] = [
  topic,
  manual,
  law,
  faq,
  news,
  update,
  form,
  feedback,
  authority,
  fiscal,
  subsidy,
  search,
  thread,
  member,
  status,
];
