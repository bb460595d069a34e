import { severity } from '@km-laas/contract';
import { choice, files, picture, sample, searchKey } from '../editorial/attributes';
import { contentManagerConfig } from '../editorial/editor-view';
import { newsView } from './editor-view';

/** A piece of news (ข่าวประชาสัมพันธ์); it leaves every list by itself at `showUntil`. */
export const contentType = {
  schema: {
    kind: 'collectionType',
    collectionName: 'km_news',
    info: {
      singularName: 'news',
      pluralName: 'news-items',
      displayName: 'ข่าวประชาสัมพันธ์',
      description: 'ข่าวและประกาศ แสดงและหมดอายุเองตามวันเวลาที่กำหนด',
    },
    options: { draftAndPublish: true },
    config: contentManagerConfig(newsView),
    indexes: [{ name: 'km_news_published', columns: ['published_at', 'show_from'] }],
    attributes: {
      title: { type: 'text', required: true, maxLength: 500 },
      body: { type: 'blocks', required: true },
      severity: choice('severity', severity.options, { required: true, default: 'info' }),
      pinned: { type: 'boolean', default: false },
      showFrom: { type: 'datetime', required: true },
      showUntil: { type: 'datetime' },
      files,
      picture,
      sample,
      searchKey,
    },
  },
};
