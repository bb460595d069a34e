import { contentType as topicType } from './topic/content-type';
import { contentType as manualType } from './manual/content-type';
import { contentType as lawType } from './law/content-type';
import { contentType as faqType } from './faq/content-type';
import { contentType as newsType } from './news/content-type';
import { contentType as updateType } from './update/content-type';
import { contentType as formType } from './form/content-type';
import { feedback } from './feedback';
import type { ServiceRoom } from './platform/service-room';

/** Every service of the knowledge bank; the eleventh is added here. */
export const rooms: readonly ServiceRoom[] = [
  { name: 'topic', contentType: topicType, routes: [] },
  { name: 'manual', contentType: manualType, routes: [] },
  { name: 'law', contentType: lawType, routes: [] },
  { name: 'faq', contentType: faqType, routes: [] },
  { name: 'news', contentType: newsType, routes: [] },
  { name: 'update', contentType: updateType, routes: [] },
  { name: 'form', contentType: formType, routes: [] },
  feedback,
];
