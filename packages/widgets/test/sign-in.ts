import type { OwnMember } from '@km-laas/contract';
import { memberSession } from '../src/client/member-session.js';
import type { ScriptedApi } from './scripted-api.js';

/** Whoever signs in; every part can be set. */
export function ownMember(part: Partial<OwnMember> = {}): OwnMember {
  return {
    id: 'member000000000000000001',
    displayName: 'นักบัญชีริมน้ำ',
    authorityCode: '05470105',
    authorityName: 'เทศบาลตำบลเวียงสาคร',
    provinceCode: '47',
    grade: 'peer',
    isModerator: false,
    unread: 0,
    ...part,
  };
}

/** Plays the sign-in window: whoever opens it comes back as this member, or closes it when null. */
export function playWindow(api: ScriptedApi, member: OwnMember | null): void {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const opened = frame.contentWindow!;
  api.answer('/members/token', () =>
    Response.json(
      {
        data: { token: 'token-of-this-page', expiresAt: '2026-11-22T03:14:05.000Z', member },
        meta: { asOf: '2026-11-22T03:04:05.000Z' },
      },
      { status: 201 }
    )
  );
  const realOpen = window.open;
  window.open = (address) => {
    window.open = realOpen;
    const state = new URL(String(address)).searchParams.get('state');
    queueMicrotask(() => {
      if (!member) {
        frame.remove();
        return;
      }
      const data = { type: 'km-member-code', state, code: 'c'.repeat(43) };
      window.dispatchEvent(
        new MessageEvent('message', { origin: api.address, source: opened, data })
      );
      frame.remove();
    });
    return opened;
  };
}

/** Has a member signed in on this page before the test begins. */
export async function signIn(api: ScriptedApi, part: Partial<OwnMember> = {}): Promise<OwnMember> {
  const member = ownMember(part);
  playWindow(api, member);
  await memberSession(api.address).signIn();
  return member;
}
