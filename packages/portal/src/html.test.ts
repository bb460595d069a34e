import { describe, expect, it } from 'vitest';
import { Html, html } from './html.js';

describe('html', () => {
  it('escapes text for content and attributes', () => {
    const text = `<script>alert("1")</script> & '`;
    expect(`${html`<p title="${text}">${text}</p>`}`).toBe(
      '<p title="&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;">' +
        '&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;</p>'
    );
  });

  it('keeps markup made by itself, alone and in lists', () => {
    const items = ['ก', '<b>'].map((item) => html`<i>${item}</i>`);
    expect(`${html`<p>${items}</p>`}`).toBe('<p><i>ก</i><i>&#60;b&#62;</i></p>');
  });

  it('keeps trusted markup', () => {
    expect(`${html`<title>${Html.trust('<!--km:title-->')}</title>`}`).toBe(
      '<title><!--km:title--></title>'
    );
  });

  it('shows nothing for what is absent, and zero for zero', () => {
    expect(`${html`${null}${undefined}${false}${0}${''}`}`).toBe('0');
  });
});
