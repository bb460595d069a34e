import { feedRoute, readRoute } from '../platform/public-route';
import { getNews, listNews, newsFeed } from './service';

export const routes = [
  readRoute('listNews', {
    services: ['news'],
    read: ({ strapi, query }) => listNews(strapi, query),
  }),
  feedRoute('newsFeed', {
    services: ['news'],
    read: ({ strapi, origin }) => newsFeed(strapi, origin),
  }),
  readRoute('getNews', {
    services: ['news'],
    read: ({ strapi, params }) => getNews(strapi, params.id ?? ''),
  }),
];
