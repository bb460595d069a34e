import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { Deferred } from '../../../test/deferred.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import { faqListItem } from '../../../test/fixtures/faqs.js';
import { manualListItem } from '../../../test/fixtures/manuals.js';
import { update } from '../../../test/fixtures/updates.js';
import { failure, listAnswer, scriptApi, type ScriptedApi } from '../../../test/scripted-api.js';
import './context-help.define.js';
import type { ContextHelpElement } from './context-help.js';

describe('<km-context-help>', () => {
  let api: ScriptedApi;
  beforeEach(() => {
    api = scriptApi();
    api.answer('/manuals', () => listAnswer([manualListItem()]));
    api.answer('/faqs', () => listAnswer([faqListItem()]));
    api.answer('/updates', () => listAnswer([update()]));
  });
  afterEach(() => {
    reset();
    api.restore();
  });

  const mounted = (attributes: Record<string, string> = {}) =>
    mount<ContextHelpElement>('km-context-help', {
      api: api.address,
      topic: 'budget',
      ...attributes,
    });
  const isOpen = (element: Element) => element.shadowRoot!.querySelector('[part=panel]') !== null;
  const opened = async (attributes: Record<string, string> = {}) => {
    const element = await mounted({ open: '', ...attributes });
    await until(() => element.shadowRoot!.querySelector('[part=item]'));
    return element;
  };

  it('asks nothing until it is opened', async () => {
    const element = await mounted();
    expect(api.requests).to.have.lengthOf(0);
    await expectAccessible(element);
  });

  it('tells what hangs on the menu, each in a tab of its own', async () => {
    const element = await opened();
    const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part=item]')];
    expect(links.map(({ href }) => new URL(href).pathname.split('/')[1])).to.deep.equal([
      'manuals',
      'faqs',
      'updates',
    ]);
    for (const link of links) {
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener');
      expect(link.textContent).to.include('เปิดในแท็บใหม่');
    }
    for (const { url } of api.requests) {
      expect(url.searchParams.get('topic')).to.equal('budget');
      expect(url.searchParams.get('pageSize')).to.equal('5');
    }
  });

  for (const theme of ['light', 'dark']) {
    it(`passes axe with the panel open, ${theme}`, async () => {
      await expectAccessible(await opened({ theme }));
    });
  }

  it('passes axe while loading', async () => {
    api.answer('/faqs', () => new Deferred<Response>().promise);
    await expectAccessible(await mounted({ open: '' }));
  });

  it('says what to do where nothing is known', async () => {
    for (const path of ['/manuals', '/faqs', '/updates']) api.answer(path, () => listAnswer([]));
    const element = await mounted({ open: '' });
    await until(() => !find(element, '[part=empty]').hidden);
    expect(visibleText(element)).to.include('ค้นหาในคลังความรู้');
    await expectAccessible(element);
  });

  it('passes axe when it failed', async () => {
    api.answer('/manuals', () => failure(404));
    const element = await mounted({ open: '' });
    await until(() => element.shadowRoot!.querySelector('[part=error]'));
    await expectAccessible(element);
  });

  it('is opened and closed by keyboard, and gives the focus back', async () => {
    const element = await mounted();
    find(element, '[part=opener]').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(element));
    await until(() => element.shadowRoot!.activeElement?.matches('.head [tabindex]'));
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=close]'));
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(element));
    expect(element.shadowRoot!.activeElement).to.equal(find(element, '[part=opener]'));
  });

  it('keeps Escape from closing what is around it', async () => {
    let heard = 0;
    const listen = ({ key }: KeyboardEvent) => void (key === 'Escape' && (heard += 1));
    document.addEventListener('keydown', listen);
    const element = await opened();
    find(element, '[part=close]').focus();
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', listen);
    expect(isOpen(element)).to.equal(false);
    expect(heard).to.equal(0);
  });

  it('leads to all of a kind where there are more', async () => {
    api.answer('/faqs', () => listAnswer([faqListItem()], 9));
    const element = await opened();
    expect(find(element, '[part=more]').textContent).to.include('คำถามที่พบบ่อยทั้งหมด');
  });

  it('does not scroll sideways at 280 pixels', async () => {
    const element = await opened();
    const panel = find(element, '[part=panel]');
    panel.style.inlineSize = '280px';
    expect(panel.scrollWidth).to.be.at.most(280);
  });
});
