import type { Core } from '@strapi/types';
import { z } from 'zod';
import { usualSettings, type BoardSettings } from './rules/moderation';

const policy = z.enum(['off', 'warn', 'block']);

/** What officers may set, as the admin panel sends it. */
export const settingsBody = z.strictObject({
  firstPosts: z.int().min(0).max(20),
  reportsToHold: z.int().min(0).max(100),
  linksToHold: z.int().min(0).max(100),
  words: z.array(z.string().trim().min(2).max(100)).max(2000),
  personalData: z.strictObject({
    citizenId: policy,
    phone: policy,
    bankAccount: policy,
    email: policy,
  }),
});

function store(strapi: Core.Strapi) {
  return strapi.store({ type: 'plugin', name: 'km', key: 'webboard' });
}

/** What officers have decided; the usual where they have decided nothing. */
export async function settingsOf(strapi: Core.Strapi): Promise<BoardSettings> {
  const kept = settingsBody.partial().safeParse(await store(strapi).get({}));
  return { ...usualSettings, ...(kept.success ? withoutGaps(kept.data) : {}) };
}

export async function keepSettings(strapi: Core.Strapi, settings: BoardSettings): Promise<void> {
  await store(strapi).set({ value: settings });
}

function withoutGaps(kept: Partial<BoardSettings> | object): Partial<BoardSettings> {
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
}
