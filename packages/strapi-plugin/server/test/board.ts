import { randomUUID } from 'node:crypto';
import { apiBase } from '@km-laas/contract';
import type { TestMember } from './member';
import type { TestApp } from './start-app';

/** An answer of the board: its status and what it says. */
export interface BoardAnswer {
  status: number;
  data: Record<string, never> & Record<string, unknown>;
  error: { status: number; message: string; details: Record<string, unknown> } | null;
  meta: Record<string, unknown>;
}

/** Uses the board as a page does, for a member or for nobody. */
export interface Board {
  send(member: TestMember | null, path: string, body: object): Promise<BoardAnswer>;
  read(path: string, member?: TestMember): Promise<BoardAnswer>;
  /** Asks a question; answers its id. */
  ask(member: TestMember, data?: object): Promise<string>;
  /** Replies; answers the reply's id. */
  reply(member: TestMember, thread: string, data?: object): Promise<string>;
}

export function boardOf(app: TestApp): Board {
  async function answerOf(response: Response): Promise<BoardAnswer> {
    const body = (await response.json()) as Partial<BoardAnswer>;
    return {
      status: response.status,
      data: body.data ?? ({} as never),
      error: body.error ?? null,
      meta: body.meta ?? {},
    };
  }
  const board: Board = {
    send: async (member, path, body) =>
      answerOf(
        await app.get(`${apiBase}${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...member?.headers },
          body: JSON.stringify(body),
        })
      ),
    read: async (path, member) =>
      answerOf(await app.get(`${apiBase}${path}`, member ? { headers: member.headers } : {})),
    async ask(member, data = {}) {
      const answer = await board.send(member, '/threads', {
        key: randomUUID(),
        kind: 'question',
        title: 'บันทึกฎีกาเบิกเงินไม่ได้',
        body: 'ขึ้นข้อความผิดพลาดเมื่อกดบันทึก',
        ...data,
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer));
      return answer.data.id as unknown as string;
    },
    async reply(member, thread, data = {}) {
      const answer = await board.send(member, `/threads/${thread}/replies`, {
        key: randomUUID(),
        body: 'ลองออกจากระบบแล้วเข้าใหม่',
        ...data,
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer));
      return answer.data.id as unknown as string;
    },
  };
  return board;
}
