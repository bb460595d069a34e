import type { ServiceRoom } from '../platform/service-room';
import { memberRoutes } from './routes';

export { memberOf, requireMember, type Member } from './identity';
export {
  adaptAuthor,
  authorsOf,
  memberEmail,
  membersByName,
  nobody,
  type MemberMail,
} from './authors';
export { countsUnread, exportsForMember, onMemberDeleted } from './hooks';
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
  routes: memberRoutes,
};
