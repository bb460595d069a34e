import type { Core } from '@strapi/types';
import type { Context } from 'koa';

/** The address readers know this server by: as configured, else as the request named it. */
export function originOf(strapi: Core.Strapi, ctx: Pick<Context, 'origin'>): string {
  const configured = strapi.plugin('km').config<string | undefined>('publicUrl');
  return (configured || ctx.origin).replace(/\/+$/, '');
}
