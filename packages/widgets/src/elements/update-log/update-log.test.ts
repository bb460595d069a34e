import { update } from '../../../test/fixtures/updates.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import './update-log.define.js';

describe('<km-update-log>', () => {
  resourceSuite({
    tag: 'km-update-log',
    path: '/updates',
    items: [update(), update({ id: 'update000000000000000002', title: 'ปรับปรุงการลงชื่อเข้าใช้งาน' })],
    title: 'title',
  });
});
