import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { Deferred } from '../../../test/deferred.js';
import { find, mount, reset, unmount, until, visibleText } from '../../../test/fixture.js';
import { inHours, statusNotice, systemStatus } from '../../../test/fixtures/status.js';
import {
  failure,
  itemAnswer,
  scriptApi,
  unreachable,
  type ScriptedApi,
} from '../../../test/scripted-api.js';
import { currentStatus } from './current-status.js';
import './status-strip.define.js';
import type { StatusStripElement } from './status-strip.js';

describe('<km-status-strip>', () => {
  let api: ScriptedApi;
  beforeEach(() => {
    api = scriptApi();
    api.answer('/status', () => itemAnswer(systemStatus()));
  });
  afterEach(() => {
    reset();
    api.restore();
  });

  const open = (attributes: Record<string, string> = {}, content = '') =>
    mount<StatusStripElement>('km-status-strip', { api: api.address, ...attributes }, content);
  const untilText = (element: Element, text: string) =>
    until(() => visibleText(element).includes(text), `it shows ${text}`);

  const later = statusNotice({ startsAt: inHours(24), endsAt: null });
  for (const theme of ['light', 'dark']) {
    for (const [name, notices, shown] of [
      ['closed', [statusNotice({ sample: true })], 'ปิดให้บริการ'],
      ['slow', [statusNotice({ state: 'slow', advice: [] })], 'ช้ากว่าปกติ'],
      ['normal', [later], 'ระบบ e-LAAS ใช้งานได้ตามปกติ'],
    ] as const) {
      it(`passes axe when ${name}, ${theme}`, async () => {
        api.answer('/status', () => itemAnswer({ state: name, notices }));
        const element = await open({ theme });
        await untilText(element, shown);
        await expectAccessible(element);
      });
    }
  }

  it('passes axe while loading', async () => {
    api.answer('/status', () => new Deferred<Response>().promise);
    await expectAccessible(await open());
  });

  it('passes axe when it failed', async () => {
    api.answer('/status', () => failure(404));
    const element = await open();
    await until(() => element.shadowRoot!.querySelector('[part=error]'));
    await expectAccessible(element);
  });

  it('says what is wrong, since when, until when, and what to do', async () => {
    const element = await open();
    await untilText(element, 'ปิดปรับปรุงเครื่องแม่ข่าย');
    const words = visibleText(element);
    expect(words).to.include('ตั้งแต่');
    expect(words).to.include('คาดว่ากลับเป็นปกติ');
    expect(element.shadowRoot!.querySelectorAll('li')).to.have.lengthOf(2);
    expect(find(element, '[part=state]').role).to.equal('status');
  });

  it('speaks English, the notice itself stays Thai', async () => {
    const element = await open({ lang: 'en' });
    await untilText(element, 'Expected to be over');
    expect(find(element, 'strong').lang).to.equal('th');
  });

  describe('of trouble alone', () => {
    const silent = async () => {
      const element = await open({ when: 'trouble' });
      await until(() => api.requests.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(visibleText(element)).to.equal('');
    };

    it('says nothing while all is well', async () => {
      api.answer('/status', () => itemAnswer(systemStatus({ state: 'normal', notices: [] })));
      await silent();
    });
    it('says nothing of its own trouble', async () => {
      api.answer('/status', () => failure(404));
      await silent();
    });
    it('says what is wrong', async () => {
      await untilText(await open({ when: 'trouble' }), 'ปิดให้บริการ');
    });
    it('says what is coming', async () => {
      api.answer('/status', () => itemAnswer({ state: 'normal', notices: [later] }));
      await untilText(await open({ when: 'trouble' }), 'แจ้งล่วงหน้า');
    });
  });

  it('tells what was known last when nobody can be reached', async () => {
    await untilText(await open(), 'ปิดให้บริการ');
    unmount();
    api.answer('/status', unreachable);
    const { now } = Date;
    Date.now = () => now() + 40_000;
    try {
      const element = await open();
      await until(() => element.shadowRoot!.querySelector('[part=offline]'));
      expect(visibleText(element)).to.include('ปิดให้บริการ');
    } finally {
      Date.now = now;
    }
  });

  it('does not scroll sideways at 280 pixels', async () => {
    const element = await open();
    element.parentElement!.style.inlineSize = '280px';
    await untilText(element, 'ปิดให้บริการ');
    expect(find(element, '.root').scrollWidth).to.be.at.most(280);
  });

  it('leaves what a page has inside until there is a state', async () => {
    api.answer('/status', unreachable);
    const element = await open({}, '<p>โทร. กองคลัง</p>');
    await until(() => element.shadowRoot!.querySelector('[part=error]'));
    expect(find<HTMLSlotElement>(element, 'slot:not([name])').hidden).to.equal(false);
  });
});

describe('an answer read by the clock', () => {
  const answer = systemStatus({
    notices: [
      statusNotice({ id: 'slow', state: 'slow', startsAt: inHours(-1), endsAt: inHours(1) }),
      statusNotice({ id: 'closed', startsAt: inHours(2), endsAt: inHours(4) }),
      statusNotice({ id: 'new', state: 'degraded' as 'slow' }),
    ],
  });
  const at = (hours: number) => {
    const { state, holding, coming } = currentStatus(answer, Date.parse(inHours(hours)));
    return [state, holding.map(({ id }) => id), coming.map(({ id }) => id)];
  };

  it('begins and ends what it announced', () => {
    expect(at(0)).to.deep.equal(['slow', ['slow'], ['closed']]);
    expect(at(1.5)).to.deep.equal(['normal', [], ['closed']]);
    expect(at(3)).to.deep.equal(['closed', ['closed'], []]);
    expect(at(5)).to.deep.equal(['normal', [], []]);
  });
});
