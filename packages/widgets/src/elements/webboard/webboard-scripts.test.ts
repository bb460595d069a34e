import { expect } from 'chai';
import {
  api,
  first,
  open,
  openThread,
  repliesPath,
  scriptBoard,
  threadPath,
} from '../../../test/board-page.js';
import { unmount, until } from '../../../test/fixture.js';
import { officialReply, reply, thread } from '../../../test/fixtures/threads.js';
import { itemAnswer, listAnswer } from '../../../test/scripted-api.js';

/** The vectors the server's tests try too; the runner serves the whole checkout. */
const vectors = '/packages/strapi-plugin/server/src/webboard/rules/xss-vectors.test-support.ts';

/** Elements and attributes that could run or fetch something, and are no part of the board. */
function intrudersIn(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const found =
      /^(?:script|iframe|object|embed|base|meta|link|form|svg|math|video|audio|frameset)$/.test(
        name
      );
    // Our own icons are drawings of ours.
    const isOurs = name === 'svg' && element.getAttribute('viewBox') === '0 0 24 24';
    return [
      ...(found && !isOurs && !(name === 'form' && element.classList.contains('composer'))
        ? [name]
        : []),
      ...[...element.attributes].flatMap(({ name: attribute, value }) => {
        const runs = /^on/.test(attribute) || attribute === 'srcdoc';
        const leads =
          /^(?:href|src|action|formaction|xlink:href)$/.test(attribute) &&
          !/^(?:https?:|mailto:|#|\/)/.test(value);
        return runs || leads ? [`${name} ${attribute}=${value}`] : [];
      }),
    ];
  });
}

describe('<km-webboard>', () => {
  scriptBoard();

  describe('a server that was broken into', () => {
    let ran = 0;
    const { alert } = window;
    beforeEach(() => {
      ran = 0;
      window.alert = () => void (ran += 1);
    });
    afterEach(() => {
      window.alert = alert;
    });

    it('runs nothing on the page, whatever it puts into any field', async () => {
      const { xssVectors } = (await import(vectors)) as { xssVectors: readonly string[] };
      expect(xssVectors.length).to.be.greaterThan(150);
      for (let from = 0; from < xssVectors.length; from += 6) {
        const part = xssVectors.slice(from, from + 6);
        const words = part.join(' ');
        const author = { ...first.author, displayName: words, authorityName: words };
        const file = {
          id: 'attach00000000000000000001',
          name: words,
          kind: 'pdf' as const,
          mime: 'application/pdf' as const,
          sizeBytes: 1,
          width: null,
          height: null,
          url: part[0]!,
        };
        const post = { bodyHtml: words, author, attachments: [file] };
        const answers = part.map((vector, at) =>
          reply({
            ...post,
            id: `reply00000000000000000${String(at).padStart(3, '0')}`,
            number: at + 1,
            bodyHtml: vector,
            quote: {
              id: 'reply0000000000000000001',
              number: 1,
              authorName: words,
              excerpt: vector,
            },
          })
        );
        api.answer(threadPath, () =>
          itemAnswer(
            thread({
              ...post,
              title: words,
              errorMessage: words,
              state: 'closed',
              closedReason: words,
              mergedInto: { id: 'thread000000000000000002', title: words },
              faq: { id: 'faq0000000000000000000001', title: words },
              acceptedReply: officialReply({ ...post, accepted: true }),
            })
          )
        );
        api.answer(repliesPath, () => listAnswer(answers));
        const element = await openThread();
        expect(intrudersIn(element.shadowRoot!), words).to.deep.equal([]);
        unmount();
        api.answer('/threads', () =>
          listAnswer([{ ...first, title: words, excerpt: words, author }])
        );
        location.hash = '';
        const list = await open();
        await until(() => list.shadowRoot!.querySelector('[data-list] a'));
        expect(intrudersIn(list.shadowRoot!), words).to.deep.equal([]);
        unmount();
      }
      // Whatever loads or fails to load had its time.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(ran).to.equal(0);
    });
  });
});
