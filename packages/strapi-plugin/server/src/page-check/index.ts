import type { Core } from '@strapi/types';
import type { KmConfig } from '../config';
import { ProblemError } from '../platform/problem';
import { writeRoute } from '../platform/public-route';
import { sharedLimit, type Limit } from '../platform/shared-limit';
import { fetchPage } from './fetch-page';
import { readPageFacts } from './page-facts';

/** Of one network, behind which a whole office may look at its pages. */
const limit: Limit = { name: 'page-check', points: 30, duration: 600 };
/** Of one website, whoever asks: nobody's server is to feel that we look at it. */
const limitOfSite: Limit = { name: 'page-check-site', points: 30, duration: 600 };
/** Pages that one instance looks at together; each may keep it waiting for ten seconds. */
const together = 8;
let underWay = 0;

const busy = {
  th: 'มีผู้ใช้ตรวจหน้าเว็บพร้อมกันจำนวนมาก โปรดลองใหม่ในอีกสักครู่',
  en: 'Many pages are being checked just now. Try again in a moment.',
};

/**
 * `POST /page-facts`: looks at a page of somebody's website for what keeps the knowledge bank from
 * showing there. The page itself goes to nobody, and its address to no log.
 */
export const pageFactsRoute = writeRoute('readPageFacts', {
  limit,
  async write({ strapi, body: { url } }) {
    await sharedLimit(strapi, limitOfSite, new URL(url).host);
    if (underWay >= together) throw new ProblemError(503, busy);
    underWay += 1;
    try {
      return { data: await readPageFacts(await fetchPage(url, optionsOf(strapi))) };
    } finally {
      underWay -= 1;
    }
  },
});

function optionsOf(strapi: Core.Strapi) {
  const setting = <Name extends keyof KmConfig>(name: Name) =>
    strapi.plugin('km').config<KmConfig[Name]>(name);
  return { allowsPrivate: setting('checksPrivatePages'), origin: setting('publicUrl') ?? '' };
}
