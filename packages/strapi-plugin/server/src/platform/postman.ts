import type { Core } from '@strapi/types';
import { createTransport, type Transporter } from 'nodemailer';
import { canSendMail, onQueuedMail, type MailContent, type MailSettings } from './mail';
import { unlock } from './secrets';

/** Milliseconds between looks for mail that other instances left lying. */
const lookEvery = 5_000;
/** How long one instance has to send a mail before another may try. */
const lease = 60_000;
/** Waits before each new try; after the last one a mail is given up. */
const waits = [10, 60, 300, 900, 3600, 4 * 3600, 12 * 3600].map((seconds) => seconds * 1000);
/** How long the key of a sent mail is remembered. */
const remember = 30 * 24 * 3_600_000;

interface MailRow {
  id: string;
  content: string;
  attempts: number;
}

/** Sends what lies in the outbox, one after another; instances share the work. */
export interface Postman {
  start(): void;
  stop(): Promise<void>;
  /** Sends everything that may leave now. */
  deliver(): Promise<void>;
}

export function createPostman(strapi: Core.Strapi): Postman {
  let timer: NodeJS.Timeout | undefined;
  let transport: Transporter | undefined;
  let round: Promise<void> = Promise.resolve();
  let isWanted = false;
  let isStopped = false;

  const outbox = () => strapi.db.getConnection('km_mails');
  const after = (wait: number) => new Date(Date.now() + wait).toISOString();

  /** Takes the oldest mail that may leave, so that no other instance sends it too. */
  async function take(): Promise<MailRow | undefined> {
    const now = after(0);
    const free = () =>
      outbox()
        .where({ state: 'waiting' })
        .where('next_at', '<=', now)
        .where((lapsed) => lapsed.whereNull('lease_until').orWhere('lease_until', '<=', now));
    const next = (await free().orderBy('next_at').first('id')) as { id: string } | undefined;
    if (!next) return undefined;
    const [row] = await free()
      .where({ id: next.id })
      .update({ lease_until: after(lease) })
      .increment('attempts', 1)
      .returning(['id', 'content', 'attempts']);
    // Another instance was quicker: the next one then.
    return row ? (row as MailRow) : take();
  }

  async function send({ id, content, attempts }: MailRow): Promise<void> {
    const text = unlock(strapi, 'mail', content);
    try {
      if (text === null) throw Object.assign(new Error(), { code: 'EKEYS', responseCode: 550 });
      const { to, mail } = JSON.parse(text) as MailContent;
      await post(to, mail);
      await outbox()
        .where({ id })
        .update({
          state: 'sent',
          content: null,
          to_key: null,
          lease_until: null,
          done_at: after(0),
        });
    } catch (error) {
      const { code = 'EMAIL', responseCode = 0 } = error as {
        code?: string;
        responseCode?: number;
      };
      const wait = waits[attempts - 1];
      const isFinal = wait === undefined || (responseCode >= 500 && responseCode < 600);
      // Neither the address nor the server's sentence, which may hold it.
      strapi.log.warn(
        `km: mail ${id} was not sent (${code}${responseCode ? ` ${responseCode}` : ''}), ${isFinal ? 'given up' : 'tried again later'}.`
      );
      await outbox()
        .where({ id })
        .update({
          lease_until: null,
          failure: `${code} ${responseCode}`.slice(0, 40),
          ...(isFinal
            ? { state: 'failed', content: null, to_key: null, done_at: after(0) }
            : { next_at: after(wait) }),
        });
    }
  }

  async function post(to: string, { subject, text, html, offUrl }: MailContent['mail']) {
    transport ??= open();
    const { from } = settings();
    await transport.sendMail({
      from,
      // An object, so that nothing in an address is read as a second one.
      to: { name: '', address: to },
      subject,
      text,
      html,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(offUrl && {
          'List-Unsubscribe': `<${offUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  const settings = () => strapi.plugin('km').config<MailSettings>('mail');

  function open(): Transporter {
    const { host, port = 587, secure = false, user, password } = settings();
    return createTransport({
      host,
      port,
      secure,
      ...(user && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
    });
  }

  async function deliver(): Promise<void> {
    if (!canSendMail(strapi)) return;
    for (let row = await take(); row && !isStopped; row = await take()) await send(row);
  }

  function look(): void {
    if (isWanted || isStopped) return;
    isWanted = true;
    round = round
      .then(() => {
        isWanted = false;
        return deliver();
      })
      .catch((error: unknown) => {
        strapi.log.warn(`km: the outbox cannot be read: ${String(error)}`);
      });
  }

  return {
    start() {
      if (!canSendMail(strapi)) {
        strapi.log.warn(
          'km: no mail server is set (SMTP_HOST, MAIL_FROM): nobody can register as a member.'
        );
      }
      // After the transaction that put it there: a look from inside would find nothing.
      onQueuedMail(strapi, () => setTimeout(look, 20).unref());
      timer = setInterval(look, lookEvery);
      timer.unref();
      look();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await round;
      transport?.close();
    },
    deliver,
  };
}

/** Throws away what has been sent long ago. */
export async function sweepMails(strapi: Core.Strapi): Promise<void> {
  await strapi.db
    .getConnection('km_mails')
    .whereNot({ state: 'waiting' })
    .where('done_at', '<', new Date(Date.now() - remember).toISOString())
    .delete();
}
