import type { Core } from '@strapi/types';
import { newestImport } from '../import';
import { ownVersion } from '../platform/own-version';
import { ProblemError } from '../platform/problem';
import { liveRoute } from '../platform/public-route';
import { revisionsOf } from '../platform/revisions';
import { searchOf } from '../search';

/** Milliseconds the database has to answer in before it counts as failing. */
const patience = 2000;

const sentence = {
  th: 'ฐานข้อมูลไม่ตอบสนอง',
  en: 'The database does not answer.',
};

/** `GET /health`: for whoever watches over the server. */
export const healthRoute = liveRoute('health', {
  async read({ strapi }) {
    const state = {
      version: ownVersion(strapi),
      process: {
        uptimeSeconds: Math.floor(process.uptime()),
        startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      },
      database: { client: strapi.db.dialect.client },
      search: searchState(strapi),
      revisions: revisionsOf(strapi).snapshot(),
    };
    if (!(await databaseAnswers(strapi))) {
      throw new ProblemError(503, sentence, {
        ...state,
        database: { ...state.database, status: 'failing' },
      });
    }
    return {
      data: {
        ...state,
        status: 'ok',
        database: { ...state.database, status: 'ok' },
        lastImport: await newestImport(strapi),
      },
    };
  },
});

function searchState(strapi: Core.Strapi) {
  const { ready, building, documents, behindSince } = searchOf(strapi).state();
  const waited = behindSince ? Date.now() - behindSince.getTime() : 0;
  return {
    status: building ? 'building' : ready ? 'ok' : 'missing',
    documents,
    lagSeconds: Math.max(0, Math.round(waited / 1000)),
  };
}

async function databaseAnswers(strapi: Core.Strapi): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const answer = strapi.db
    .getConnection('km_revisions')
    .first('revision')
    .then(
      () => true,
      () => false
    );
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
