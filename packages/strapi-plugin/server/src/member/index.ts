import type { ServiceRoom } from '../platform/service-room';
import { registerMemberPermissions } from './admin';
import { memberRoutes } from './routes';
import { siteContentType } from './site-content-type';

export { memberAdminRoutes, memberController } from './admin';
export { createMemberPages } from './pages/server';
export { startMembers, stopMembers } from './start';
export { memberOf, requireMember, type Member } from './identity';
export {
  adaptAuthor,
  authorsOf,
  memberEmail,
  membersByName,
  nobody,
  type MemberMail,
} from './authors';
export { countsUnread, exportsForMember, onMemberDecision, onMemberDeleted } from './hooks';
export {
  blockMember,
  countApprovedPost,
  notePosted,
  reinstateMember,
  suspendMember,
} from './standing';

/** Members: their accounts, pages and sign-in (สมาชิก). */
export const member: ServiceRoom = {
  name: 'member',
  moreContentTypes: { site: siteContentType },
  routes: memberRoutes,
  bootstrap: registerMemberPermissions,
};
