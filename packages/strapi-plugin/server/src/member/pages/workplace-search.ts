import { authoritiesOf, isStanding } from '../../authority';
import { listAuthorities } from '../../authority/service';
import type { Workplace } from '../accounts';
import { html, type Html } from './html';
import type { Visit } from './page';

const mostShown = 12;

export const noWorkplace: Workplace = {
  authorityCode: null,
  authorityName: null,
  provinceCode: null,
};

/** The workplace of a code of the register; null where no authority of today has it. */
export async function findWorkplace({ strapi }: Visit, code: string): Promise<Workplace | null> {
  const authority = (await authoritiesOf(strapi)).byCode.get(code);
  if (!authority || !isStanding(authority)) return null;
  return {
    authorityCode: code,
    authorityName: authority.name,
    provinceCode: authority.provinceCode,
  };
}

/** A search over the register of authorities that needs no script; each hit is what `choose` makes. */
export async function renderWorkplaceSearch(
  visit: Visit,
  {
    action,
    keep = {},
    choose,
  }: {
    action: string;
    keep?: Record<string, string>;
    choose(code: string, name: string): Html;
  }
): Promise<Html> {
  const { strapi, query, t } = visit;
  const q = (query.get('q') ?? '').trim().slice(0, 100);
  const found = q
    ? await listAuthorities(strapi, { q, page: 1, pageSize: mostShown } as never)
    : { data: [], total: 0 };
  const hits = found.data.filter(({ code }) => code !== null);
  return html`<form method="get" action="${action}" role="search">
      ${Object.entries(keep).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <div class="field">
        <label for="q">${t('ชื่อ อปท. ที่สังกัด', 'Your local authority')}</label>
        <span class="hint" id="q-hint"
          >${t('พิมพ์บางส่วนของชื่อ เช่น เทศบาลตำบลบ้าน หรือรหัส 8 หลัก', 'Part of its name, or its code of eight digits')}</span
        >
        <input
          id="q"
          name="q"
          type="text"
          value="${q}"
          aria-describedby="q-hint"
          autocomplete="organization"
          maxlength="100"
        />
      </div>
      <div class="actions"><button>${t('ค้นหา', 'Search')}</button></div>
    </form>
    ${
      q &&
      html`<div role="status">
        <p class="label">
          ${
            hits.length === 0
              ? t(
                  `ไม่พบ “${q}” ในทะเบียน ลองพิมพ์ให้สั้นลง`,
                  `Nothing in the register is like “${q}”. Type less of it.`
                )
              : t(`พบ ${found.total} แห่ง`, `${found.total} found`)
          }
        </p>
      </div>`
    }
    ${
      hits.length > 0 &&
      html`<ul class="rows">
        ${hits.map(
          ({ code, name, district, province }) =>
            html`<li>
              <span
                ><b>${name}</b><br /><span class="hint"
                  >${district && `อ.${district} `}จ.${province}</span
                ></span
              >
              ${choose(code as string, name)}
            </li>`
        )}
      </ul>`
    }`;
}
