import { faqListItem } from '../../../test/fixtures/faqs.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import './faq-list.define.js';

describe('<km-faq-list>', () => {
  resourceSuite({
    tag: 'km-faq-list',
    path: '/faqs',
    items: [
      faqListItem(),
      faqListItem({ id: 'faq0000000000000000000002', question: 'ลืมรหัสผ่านต้องทำอย่างไร' }),
    ],
    title: 'question',
  });
});
