import { createServer } from 'node:http';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * A mail as it was caught.
 *
 * @typedef {{id: number, to: string[], from: string, subject: string, text: string, html: string,
 *   headers: Record<string, string>, at: string}} CaughtMail
 */

/** As many as a page is good for; the oldest go first. */
const mostMails = 500;

/**
 * Takes mail as a mail server would, sends it nowhere, and shows it on a page: `/` for people,
 * `/mails.json` for programs. On loopback alone.
 *
 * @param {{smtpPort?: number, pagePort?: number}} [options] - Free ports where left out.
 * @returns {Promise<{smtpPort: number, origin: string, mails: CaughtMail[], stop: () => Promise<void>}>}
 */
export async function startMailCatcher({ smtpPort = 0, pagePort = 0 } = {}) {
  /** @type {CaughtMail[]} */
  const mails = [];
  let count = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      simpleParser(stream).then((parsed) => {
        count += 1;
        mails.push({
          id: count,
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: parsed.from?.text ?? '',
          subject: parsed.subject ?? '',
          text: parsed.text ?? '',
          html: parsed.html || '',
          headers: Object.fromEntries(
            parsed.headerLines.map(({ key, line }) => [
              key,
              line.slice(line.indexOf(':') + 1).trim(),
            ])
          ),
          at: new Date().toISOString(),
        });
        if (mails.length > mostMails) mails.shift();
        done();
      }, done);
    },
  });
  // A client that goes away in the middle is no reason to end.
  smtp.on('error', () => {});
  const page = createServer((request, response) => answer(mails, request.url ?? '/', response));
  await listening(smtp.server, () => smtp.listen(smtpPort, '127.0.0.1'));
  await listening(page, () => page.listen(pagePort, '127.0.0.1'));
  return {
    smtpPort: portOf(smtp.server),
    origin: `http://localhost:${portOf(page)}`,
    mails,
    async stop() {
      page.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => page.close(() => resolve(undefined))),
        new Promise((resolve) => smtp.close(() => resolve(undefined))),
      ]);
    },
  };
}

/**
 * @param {CaughtMail[]} mails
 * @param {string} path
 * @param {import('node:http').ServerResponse} response
 */
function answer(mails, path, response) {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
  );
  if (path === '/mails.json') {
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(mails));
    return;
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  const mail = mails.find(({ id }) => path === `/${id}`);
  if (mail) {
    // Written by us, but with what strangers typed in it; the policy lets no script run.
    response.end(mail.html || `<pre>${escape(mail.text)}</pre>`);
    return;
  }
  response.statusCode = path === '/' ? 200 : 404;
  const rows = [...mails]
    .reverse()
    .map(
      ({ id, to, subject, at }) =>
        `<li><a href="/${id}">${escape(subject)}</a><br><small>${escape(to.join(', '))} · ${escape(at)}</small></li>`
    );
  response.end(
    `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>กล่องจดหมายทดลอง</title><style>body{font:17px/1.7 Sarabun,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}li{margin-block:.75rem}a{color:#0b57a4}small{color:#4a5568}</style><h1>กล่องจดหมายทดลอง</h1><p>จดหมายทุกฉบับที่ระบบในเครื่องนี้ส่ง มาอยู่ที่นี่และไม่ออกไปข้างนอก โหลดหน้าใหม่เพื่อดูฉบับล่าสุด</p><ul>${rows.join('') || '<li>ยังไม่มีจดหมาย</li>'}</ul></html>`
  );
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * @param {import('node:net').Server} server
 * @param {() => void} listen
 * @returns {Promise<void>}
 */
function listening(server, listen) {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve());
    server.once('error', reject);
    listen();
  });
}

/** @param {import('node:net').Server} server */
function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}
