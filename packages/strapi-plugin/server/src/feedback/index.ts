import type { ServiceRoom } from '../platform/service-room';
import { registerFeedbackPermission } from './admin';
import { feedbackRoutes } from './routes';

export { feedbackAdminRoutes, feedbackController } from './admin';

/** Whether a page helped: readers say it without an account, editors read it. */
export const feedback: ServiceRoom = {
  name: 'feedback',
  routes: feedbackRoutes,
  bootstrap: registerFeedbackPermission,
};
