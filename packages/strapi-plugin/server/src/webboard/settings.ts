import type { Core } from '@strapi/types';
import { z } from 'zod';
import { usualSettings, wordKey, type BoardSettings } from './rules/moderation';

const policy = z.enum(['off', 'warn', 'block']);

// What is left of it when nothing but its letters counts: one letter would hold back every post.
const word = z
  .string()
  .trim()
  .min(2)
  .max(100)
  .refine((text) => wordKey(text).length >= 2);

/** What officers may set, as the admin panel sends it. */
export const settingsBody = z.strictObject({
  firstPosts: z.int().min(0).max(20),
  reportsToHold: z.int().min(0).max(100),
  linksToHold: z.int().min(0).max(100),
  words: z.array(word).max(2000),
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

/**
 * What officers have decided; the usual where they have decided nothing. Read from the database
 * each time, so that every instance acts on it at once.
 */
export async function settingsOf(strapi: Core.Strapi): Promise<BoardSettings> {
  const kept = ((await store(strapi).get({})) ?? {}) as Record<string, unknown>;
  // Each by itself: one that no longer passes must not take the others with it.
  const decided = Object.entries(settingsBody.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(kept[name]);
    return success ? [[name, data]] : [];
  });
  return { ...usualSettings, ...(Object.fromEntries(decided) as Partial<BoardSettings>) };
}

export async function keepSettings(strapi: Core.Strapi, settings: BoardSettings): Promise<void> {
  await store(strapi).set({ value: settings });
}
