import type { Core } from '@strapi/types';

export declare function bootStrapi(
  appDir: string
): Promise<{ strapi: Core.Strapi; origin: string }>;
