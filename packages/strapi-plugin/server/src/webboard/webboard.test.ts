import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { closeHouse, openHouse, table } from '../../test/board-house';
import { askingSuite } from './suites/asking.test-support';
import { attachmentsSuite } from './suites/attachments.test-support';
import { attackSuite } from './suites/attack.test-support';
import { followingSuite } from './suites/following.test-support';
import { changingSuite } from './suites/changing.test-support';
import { moderationSuite } from './suites/moderation.test-support';
import { recordSuite } from './suites/record.test-support';
import { samplesSuite } from './suites/samples.test-support';
import { scriptsSuite } from './suites/scripts.test-support';
import { settingsSuite } from './suites/settings.test-support';
import { sizeSuite } from './suites/size.test-support';

// One Strapi for all of them: a boot costs as much as a suite.
beforeAll(openHouse);
afterAll(closeHouse);
// What one test used up is not the next one's fault.
beforeEach(() => table('km_limits').delete());

describe('asking and answering', askingSuite);
describe('changing a post', changingSuite);
describe('following', followingSuite);
describe('moderation', moderationSuite);
describe('the settings', settingsSuite);
describe('attachments', attachmentsSuite);
describe('attack', attackSuite);
describe('scripts in every field', scriptsSuite);
describe('a long board', sizeSuite);
describe('invented threads', samplesSuite);
describe('the record', recordSuite);
