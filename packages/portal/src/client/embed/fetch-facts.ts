import type { PageFacts } from '@km-laas/contract';

/** Has the knowledge bank look at a page, for a browser may not read other people's. */
export async function fetchFacts(typed: string): Promise<PageFacts | { problem: string }> {
  const url = addressOf(typed);
  if (!url) return { problem: 'โปรดใส่ที่อยู่ของหน้าเว็บ เช่น https://www.example.go.th/' };
  try {
    const answer = await fetch('/api/km/v1/page-facts', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'th' },
      body: JSON.stringify({ url }),
      credentials: 'omit',
    });
    const { data, error } = (await answer.json()) as {
      data: PageFacts | null;
      error?: { message: string };
    };
    return data ?? { problem: error?.message ?? '' };
  } catch {
    return { problem: 'เชื่อมต่อกับคลังความรู้ไม่ได้ โปรดลองใหม่อีกครั้ง' };
  }
}

/** An address as people type it, often without its scheme; null where it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  // Browsers differ in whether a name may hold a space.
  if (/\s/.test(text)) return null;
  const address = /^[a-z]+:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`;
  return URL.canParse(address) && /^https?:\/\/[^/]/i.test(address) ? new URL(address).href : null;
}
