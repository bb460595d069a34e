import type { Core } from '@strapi/types';
import { z } from 'zod';

/** What officers may set about members, as the admin panel sends it. */
export const memberSettingsBody = z.strictObject({
  /** Who approves a registration: nobody, the officers of its province, or the department alone. */
  approval: z.enum(['off', 'province', 'department']),
  /** Who must sign in with a second factor; everybody else may. */
  secondFactor: z.enum(['optional', 'officers']),
});
export type MemberSettings = z.infer<typeof memberSettingsBody>;

const usual: MemberSettings = { approval: 'off', secondFactor: 'optional' };

function store(strapi: Core.Strapi) {
  return strapi.store({ type: 'plugin', name: 'km', key: 'member' });
}

/** What officers have decided; the usual where they have decided nothing. */
export async function memberSettings(strapi: Core.Strapi): Promise<MemberSettings> {
  const kept = memberSettingsBody.safeParse(await store(strapi).get({}));
  return kept.success ? kept.data : usual;
}

export async function keepMemberSettings(
  strapi: Core.Strapi,
  settings: MemberSettings
): Promise<void> {
  await store(strapi).set({ value: settings });
}
