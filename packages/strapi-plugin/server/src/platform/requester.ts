import type { Context } from 'koa';

/** Where a request comes from, as the law's traffic log wants it. */
export interface Requester {
  /** Of the connection, or of a proxy the server trusts. */
  address: string;
  port: number | null;
  userAgent: string;
}

/** Longest user agent that is kept. */
const longest = 300;

export function requesterOf(ctx: Context): Requester {
  return {
    address: ctx.request.ip,
    port: ctx.req.socket.remotePort ?? null,
    userAgent: ctx.get('User-Agent').slice(0, longest),
  };
}

/**
 * What limits count an address by: one IPv6 customer has a whole /64 network to choose from, so all
 * of it counts as one.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] as string;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(gap).fill('0'), ...after];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
