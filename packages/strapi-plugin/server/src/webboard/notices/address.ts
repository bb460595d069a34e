import type { Core } from '@strapi/types';

/** A path of the site as a mail leads to it; mails are written where no request names the server. */
export function addressOf(strapi: Core.Strapi, path: string): string {
  const configured = strapi.plugin('km').config<string | undefined>('publicUrl');
  const server = strapi.config.get<string>('server.absoluteUrl') || 'http://localhost:1337';
  return `${(configured || server).replace(/\/+$/, '')}${path}`;
}
