import type { ServiceRoom } from '../platform/service-room';
import { countUnreadThreads } from './dealings';
import { tablesIn } from '../editorial/ambient-table';
import { countsUnread, exportsForMember, onMemberDecision, onMemberDeleted } from '../member';
import { forgetMember, postsOfMember } from './forgetting';
import { startJobs } from './jobs';
import { countThreadPages, getThreadPage, listThreadPages } from './pages';
import { writeModeration } from './records/moderation-log';
import { routes } from './routes';
import { threadSearch } from './search-source';
import { registerBoardPermissions } from './admin';

export { moderationAdminRoutes, moderationController } from './admin';
export { stopJobs } from './jobs';

/** The webboard: members ask, officers and peers answer, moderators keep order (เว็บบอร์ด). */
export const thread: ServiceRoom = {
  name: 'thread',
  routes,
  search: threadSearch,
  page: { list: listThreadPages, pages: countThreadPages, item: getThreadPage },
  async bootstrap(strapi) {
    countsUnread(strapi, (memberId) => countUnreadThreads(strapi, memberId));
    exportsForMember(strapi, (memberId) => postsOfMember(strapi, memberId));
    onMemberDeleted(strapi, (memberId, trx) => forgetMember(strapi, memberId, trx));
    onMemberDecision(strapi, (decision, trx) => {
      const now = new Date().toISOString();
      return writeModeration({ tables: tablesIn(strapi, trx), now }, decision);
    });
    await registerBoardPermissions(strapi);
    // Commands that load the CMS without serving do none of the board's work.
    strapi.server.httpServer.once('listening', () => startJobs(strapi));
  },
};
