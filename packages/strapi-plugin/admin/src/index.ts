import { Code, Discuss, Message, Search, Upload, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { readFeedback } from './feedback/permission';
import { nameColumnChoices, nameFilterChoices } from './choice/list-view';
import { readImports } from './import/permission';
import { readMembers } from './member/permission';
import { moderateBoard } from './moderation/permission';
import { keyOf, pluginId } from './plugin-id';
import { MoveTopicAction } from './topic/move-topic-action';
import { manageSearch } from './search/permission';
import { loadTranslations } from './translations/load-translations';

export default {
  register(app: StrapiApp) {
    app.customFields.register({
      name: 'choice',
      pluginId,
      type: 'enumeration',
      intlLabel: { id: keyOf('choice.label'), defaultMessage: 'Choice' },
      intlDescription: { id: keyOf('choice.description'), defaultMessage: 'One of a fixed list' },
      components: {
        Input: async () => {
          const { ChoiceInput } = await import('./choice/choice-input');
          // Strapi's type knows no props of a custom field; its content manager hands them over.
          return { default: ChoiceInput as unknown as ComponentType };
        },
      },
    });
    app.customFields.register({
      name: 'province',
      pluginId,
      type: 'string',
      intlLabel: { id: keyOf('province.label'), defaultMessage: 'Province' },
      intlDescription: {
        id: keyOf('province.description'),
        defaultMessage: 'One of the 77 provinces',
      },
      components: {
        Input: async () => {
          const { ChoiceInput } = await import('./choice/choice-input');
          return { default: ChoiceInput as unknown as ComponentType };
        },
      },
    });
    app.customFields.register({
      name: 'day',
      pluginId,
      type: 'date',
      intlLabel: { id: keyOf('day.label'), defaultMessage: 'Day' },
      intlDescription: {
        id: keyOf('day.description'),
        defaultMessage: 'A day of the Thai calendar',
      },
      components: {
        Input: async () => {
          const { DayInput } = await import('./day/day-input');
          return { default: DayInput as unknown as ComponentType };
        },
      },
    });
    app.addMenuLink({
      to: `plugins/${pluginId}/feedback`,
      icon: Message,
      intlLabel: { id: keyOf('feedback.title'), defaultMessage: 'What readers say' },
      permissions: [readFeedback],
      Component: () =>
        import('./feedback/feedback-page').then(({ FeedbackPage }) => ({ default: FeedbackPage })),
    });
    app.addMenuLink({
      to: `plugins/${pluginId}/moderation`,
      icon: Discuss,
      intlLabel: { id: keyOf('moderation.title'), defaultMessage: 'Webboard moderation' },
      permissions: [moderateBoard],
      Component: () =>
        import('./moderation/moderation-page').then(({ ModerationPage }) => ({
          default: ModerationPage,
        })),
    });
    app.addMenuLink({
      to: `plugins/${pluginId}/member`,
      icon: User,
      intlLabel: { id: keyOf('member.title'), defaultMessage: 'Members' },
      permissions: [readMembers],
      Component: () =>
        import('./member/member-page').then(({ MemberPage }) => ({ default: MemberPage })),
    });
    app.addMenuLink({
      to: `plugins/${pluginId}/import`,
      icon: Upload,
      intlLabel: { id: keyOf('import.title'), defaultMessage: 'Import centre' },
      permissions: [readImports],
      Component: () =>
        import('./import/import-page').then(({ ImportPage }) => ({ default: ImportPage })),
    });
    app.addMenuLink({
      to: `plugins/${pluginId}/search`,
      icon: Search,
      intlLabel: { id: keyOf('search.title'), defaultMessage: 'Search' },
      permissions: [manageSearch],
      Component: () =>
        import('./search/search-page').then(({ SearchPage }) => ({ default: SearchPage })),
    });
    app.addMenuLink({
      to: `plugins/${pluginId}/embed`,
      icon: Code,
      intlLabel: { id: keyOf('embed.title'), defaultMessage: 'Embed in a website' },
      // It tells nothing the public page does not: whoever may sign in may choose.
      permissions: [],
      Component: () =>
        import('./embed/embed-page').then(({ EmbedPage }) => ({ default: EmbedPage })),
    });
    app.registerPlugin({ id: pluginId, name: 'KM e-LAAS' });
  },

  bootstrap(app: StrapiApp) {
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', nameColumnChoices);
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', nameFilterChoices);
    const { addDocumentAction } = app.getPlugin('content-manager').apis as {
      addDocumentAction(actions: unknown[]): void;
    };
    addDocumentAction([MoveTopicAction]);
  },

  registerTrads: ({ locales }: { locales: string[] }) => loadTranslations(locales),
};
