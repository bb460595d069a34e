import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { expectAccessible } from '../../../test/axe.js';
import { find, mount, reset, until, visibleText } from '../../../test/fixture.js';
import { form, formFile } from '../../../test/fixtures/forms.js';
import { topics } from '../../../test/fixtures/updates.js';
import { resourceSuite } from '../../../test/resource-suite.js';
import { itemAnswer, listAnswer, scriptApi, type ScriptedApi } from '../../../test/scripted-api.js';
import './form-downloader.define.js';
import type { FormDownloaderElement, KmFormDownloadEvent } from './form-downloader.js';

const newer = {
  id: 'form00000000000000000021',
  code: 'KM-F21',
  title: 'แบบฟอร์มขอรหัสผู้ใช้ผ่านระบบ ThaiD',
};

describe('<km-form-downloader> as any element that reads', () => {
  resourceSuite({
    tag: 'km-form-downloader',
    path: '/forms',
    items: [form(), form({ id: 'form00000000000000000002', code: 'KM-F02' })],
    title: 'title',
  });
});

describe('<km-form-downloader>', () => {
  let api: ScriptedApi;
  const open = async (attributes: Record<string, string> = {}) => {
    const element = await mount<FormDownloaderElement>('km-form-downloader', {
      api: api.address,
      ...attributes,
    });
    await until(() => element.shadowRoot!.querySelector('[part=item], [part=error], .form'));
    return element;
  };
  const all = <Found extends HTMLElement = HTMLElement>(element: Element, selector: string) => [
    ...element.shadowRoot!.querySelectorAll<Found>(selector),
  ];
  const lists = () => api.requests.filter(({ url }) => url.pathname.endsWith('/forms'));
  const lastQuery = () => Object.fromEntries(lists().at(-1)!.url.searchParams);
  const nameOf = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();

  beforeEach(() => {
    api = scriptApi();
    api.answer('/forms', () => listAnswer([form()]));
    api.answer('/forms/form00000000000000000001', () => itemAnswer(form()));
    api.answer('/forms/form00000000000000000021', () =>
      itemAnswer(form({ ...newer, supersededBy: null }))
    );
    api.answer('/topics', () => listAnswer(topics));
  });
  afterEach(() => {
    reset();
    api.restore();
  });

  describe('a form in the list', () => {
    it('offers both its formats by names that stand alone', async () => {
      const element = await open();
      expect(all(element, '[part=download]').map(nameOf)).to.deep.equal([
        'ดาวน์โหลด KM-F01 เป็น DOCX ขนาด 24 กิโลไบต์',
        'ดาวน์โหลด KM-F01 เป็น PDF ขนาด 1.2 เมกะไบต์',
      ]);
      expect(
        all<HTMLAnchorElement>(element, '[part=download]').map(({ href }) => href)
      ).to.deep.equal([`${api.address}/uploads/km-f01.docx`, `${api.address}/uploads/km-f01.pdf`]);
    });

    it('tells edition, pages and the day of its last change in Bangkok', async () => {
      const text = visibleText(await open());
      expect(text).to.include('ฉบับ 3.0');
      expect(text).to.include('2 หน้า');
      expect(text).to.include('ปรับปรุงเมื่อ 16 พ.ย. 2569');
      expect(text).to.include('ผู้ใช้แบบ : ผู้ดูแลระบบของ อปท.');
    });

    it('leaves out what is not known', async () => {
      api.answer('/forms', () =>
        listAnswer([form({ version: null, pageCount: null, pdfFile: null, usedBy: '' })])
      );
      const element = await open();
      expect(visibleText(element)).not.to.match(/ฉบับ|null|ผู้ใช้แบบ/);
      expect(all(element, '[part=download]').length).to.equal(1);
    });

    it('says so when it has no file, or none that is safe', async () => {
      api.answer('/forms', () =>
        listAnswer([
          form({ pdfFile: null, editableFile: formFile({ url: 'javascript:alert(1)' }) }),
        ])
      );
      const element = await open();
      expect(visibleText(element)).to.include('ยังไม่มีไฟล์ให้ดาวน์โหลด');
      expect(all(element, '[part=download]').length).to.equal(0);
    });

    it('leads from an old form to the new one', async () => {
      api.answer('/forms', () => listAnswer([form({ supersededBy: newer })]));
      const element = await open();
      expect(nameOf(find(element, '[part=superseded]'))).to.equal(
        'เลิกใช้แบบนี้แล้ว โปรดใช้ KM-F21 แบบฟอร์มขอรหัสผู้ใช้ผ่านระบบ ThaiD'
      );
      await expectAccessible(element);
      find(element, '[part=superseded] a').click();
      await until(() => all(element, '[data-item]')[0]?.textContent!.includes('ThaiD'));
    });

    it('shows scripts in every text as text', async () => {
      const script = '<img src=x onerror="window.kmHacked=1">';
      api.answer('/forms', () =>
        listAnswer([form({ code: script, purpose: script, usedBy: script, version: script })])
      );
      expect(visibleText(await open()).split(script).length).to.be.above(5);
      expect('kmHacked' in window).to.equal(false);
    });
  });

  describe('a download', () => {
    it('is told to the page, which may refuse it', async () => {
      const element = await open();
      const told: KmFormDownloadEvent[] = [];
      document.addEventListener(
        'km-form-download',
        (event) => {
          told.push(event as KmFormDownloadEvent);
          event.preventDefault();
        },
        { once: true }
      );
      const click = new MouseEvent('click', { bubbles: true, cancelable: true });
      find(element, '[part=download]').dispatchEvent(click);
      expect(told[0]!.form.code).to.equal('KM-F01');
      expect(told[0]!.file.kind).to.equal('DOCX');
      expect(click.defaultPrevented).to.equal(true);
    });
  });

  describe('search', () => {
    it('asks the API once a reader stops typing', async () => {
      const element = await open();
      find(element, 'input').focus();
      await sendKeys({ type: 'KM-F' });
      await until(() => lastQuery().q === 'KM-F');
      expect(lists().length).to.equal(2);
      expect(element.shadowRoot!.activeElement).to.equal(find(element, 'input'));
    });

    it('ignores the answer to words that have changed since', async () => {
      let answerSlow: (answer: Response) => void = () => undefined;
      api.answer('/forms', ({ searchParams }) => {
        if (searchParams.get('q') === 'slow')
          return new Promise((resolve) => (answerSlow = resolve));
        return listAnswer([form({ title: searchParams.get('q') ?? 'ทั้งหมด' })]);
      });
      const element = await open();
      const type = async (words: string) => {
        find<HTMLInputElement>(element, 'input').value = words;
        find(element, 'input').dispatchEvent(new Event('input'));
        await until(() => lastQuery().q === words);
      };
      await type('slow');
      await type('quick');
      answerSlow(listAnswer([form({ title: 'late' })]));
      await until(() => visibleText(element).includes('quick'));
      expect(visibleText(element)).not.to.include('late');
    });

    it('narrows to a menu', async () => {
      const element = await open();
      await until(() => all(element, 'option').length === 6);
      const select = find<HTMLSelectElement>(element, 'select');
      select.value = 'revenue-receipt';
      select.dispatchEvent(new Event('change'));
      await until(() => lastQuery().topic === 'revenue-receipt');
    });

    it('offers only the menus below that of the page', async () => {
      const element = await open({ topic: 'revenue' });
      await until(() => all(element, 'option').length === 3);
      expect(lastQuery().topic).to.equal('revenue');
    });

    it('is taken back in one step when nothing matches', async () => {
      api.answer('/forms', ({ searchParams }) => listAnswer(searchParams.get('q') ? [] : [form()]));
      const element = await open();
      find(element, 'input').focus();
      await sendKeys({ type: 'xyz' });
      await until(() => !find(element, '[part=empty]').hidden);
      await expectAccessible(element);
      find(element, '[part=empty] button').click();
      await until(() => element.shadowRoot!.querySelector('[part=item]'));
      expect(find<HTMLInputElement>(element, 'input').value).to.equal('');
      expect(element.shadowRoot!.activeElement).to.equal(find(element, 'input'));
    });

    it('is left out by no-filters, and the menus are not asked for', async () => {
      const element = await open({ 'no-filters': '' });
      expect(all(element, 'input, select').length).to.equal(0);
      expect(api.requests.some(({ url }) => url.pathname.endsWith('/topics'))).to.equal(false);
    });
  });

  describe('one form', () => {
    it('opens from its title, takes the focus, and gives it back', async () => {
      const element = await open();
      find(element, 'h3 a').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.activeElement?.matches('[data-item]'));
      expect(location.hash).to.equal('#km-form=form00000000000000000001');
      await expectAccessible(element);
      find(element, '[part=back]').click();
      await until(() => element.shadowRoot!.activeElement?.matches('h3 a'));
      expect(location.hash).to.equal('');
    });

    it('is the one the page names, with all that is known of it', async () => {
      const element = await open({ item: 'form00000000000000000001' });
      const facts = nameOf(find(element, 'dl'));
      for (const fact of ['3.0', 'ผู้ดูแลระบบของ อปท.', '16 พฤศจิกายน 2569', 'ผู้ใช้งานและสิทธิ']) {
        expect(facts).to.include(fact);
      }
      expect(all(element, '[part=download]').length).to.equal(2);
      expect(lists().length).to.equal(0);
    });

    it('says so when it is not there any more', async () => {
      const element = await open({ item: 'form00000000000000000099' });
      expect(visibleText(element)).to.include('ไม่พบเนื้อหานี้');
      await expectAccessible(element);
    });

    it('links to its own page where item-href says', async () => {
      const element = await open({ 'item-href': 'https://town.example/forms/{id}' });
      expect(find<HTMLAnchorElement>(element, 'h3 a').href).to.equal(
        'https://town.example/forms/form00000000000000000001'
      );
    });

    it('passes axe in the dark and does not scroll sideways at 280 pixels', async () => {
      api.answer('/forms/form00000000000000000001', () =>
        itemAnswer(form({ supersededBy: newer }))
      );
      const element = await open({ item: 'form00000000000000000001', theme: 'dark' });
      await expectAccessible(element);
      element.parentElement!.style.inlineSize = '280px';
      expect(find(element, '.root').scrollWidth).to.be.at.most(280);
    });
  });

  it('speaks English where the page does', async () => {
    const element = await open({ lang: 'en' });
    await until(() => visibleText(element).includes('Edition 3.0'));
    expect(nameOf(find(element, '[part=download]'))).to.equal('Download KM-F01 as DOCX size 24 kB');
  });
});
