import { bootstrap, destroy } from './bootstrap';
import { config } from './config';
import { editorialAdminRoutes, editorialController } from './editorial';
import { feedbackAdminRoutes, feedbackController } from './feedback';
import { createImports, importAdminRoutes, importController } from './import';
import { memberAdminRoutes, memberController } from './member';
import { createReading } from './platform/replica';
import { createRevisions } from './platform/revisions';
import { contentApiRoutes, publicController } from './platform/strapi-routes';
import { register } from './register';
import { rooms } from './rooms';
import { publicRoutes } from './routes';
import { createSamples } from './samples';
import { createSearch, searchAdminRoutes, searchController } from './search';
import { moderationAdminRoutes, moderationController } from './webboard';

export default {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes: Object.fromEntries(
    rooms.flatMap(({ name, contentType, moreContentTypes = {} }) => [
      ...(contentType ? [[name, contentType]] : []),
      ...Object.entries(moreContentTypes),
    ])
  ),
  services: {
    samples: createSamples,
    revisions: createRevisions,
    reading: createReading,
    imports: createImports,
    search: createSearch,
  },
  controllers: {
    public: publicController(publicRoutes),
    feedback: feedbackController,
    editorial: editorialController,
    import: importController,
    search: searchController,
    member: memberController,
    moderation: moderationController,
  },
  routes: {
    'content-api': { type: 'content-api', routes: contentApiRoutes(publicRoutes) },
    admin: {
      type: 'admin',
      routes: [
        ...feedbackAdminRoutes,
        ...editorialAdminRoutes,
        ...importAdminRoutes,
        ...searchAdminRoutes,
        ...memberAdminRoutes,
        ...moderationAdminRoutes,
      ],
    },
  },
};
