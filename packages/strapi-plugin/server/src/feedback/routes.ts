import { problemOfStatus } from '../platform/problem';
import { writeRoute, type PublicRoute } from '../platform/public-route';
import { keepFeedback } from './service';

/** Loose: a whole office may stand behind one address. */
const limit = { name: 'feedback', points: 60, duration: 600 };

export const feedbackRoutes: PublicRoute[] = [
  writeRoute('sendFaqFeedback', {
    limit,
    async write({ strapi, params, body }) {
      const counts = await keepFeedback(strapi, 'faq', params.id ?? '', body);
      if (!counts) throw problemOfStatus(404);
      return { data: counts };
    },
  }),
  writeRoute('sendManualFeedback', {
    limit,
    async write({ strapi, params, body }) {
      const counts = await keepFeedback(strapi, 'manual', params.id ?? '', body);
      if (!counts) throw problemOfStatus(404);
      return { data: counts };
    },
  }),
];
