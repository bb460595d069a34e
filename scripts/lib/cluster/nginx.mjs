import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { run } from '../run.mjs';

const deployed = (/** @type {string} */ name) =>
  readFileSync(join(root, 'examples', 'deploy', 'nginx', name), 'utf8');

/**
 * nginx with the very files an installation uses; ports, folders and the certificate alone are
 * others.
 *
 * @param {string} folder
 * @param {{port: number}[]} instances
 * @returns {Promise<{origin: string, tls: string, redirect: string, stop(): Promise<void>}>}
 */
export async function startNginx(folder, instances) {
  const program = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync);
  if (!program) throw new Error('This needs nginx: apt-get install nginx-light, and try again.');
  const port = await freePort(18_080);
  const tls = await freePort(18_443);
  const redirect = await freePort(18_180);
  const place = join(folder, 'nginx');
  mkdirSync(join(place, 'cache'), { recursive: true });
  mkdirSync(join(place, 'snippets'));
  const certificate = await makeCertificate(place);
  const servers = instances.map(
    (each) => `server 127.0.0.1:${each.port} max_fails=1 fail_timeout=5s;`
  );
  const put = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(place, name), text);
  put(
    'km.conf',
    deployed('km.conf')
      .replace(/(?:^ *server 127\.0\.0\.1:\d+ .*\n)+/m, `${servers.join('\n')}\n`)
      .replace('/var/cache/nginx/km', join(place, 'cache'))
  );
  put(
    'snippets/km-served.conf',
    deployed('km-served.conf').replace('/var/log/nginx/km.log', join(place, 'access.log'))
  );
  put('km-http.conf', deployed('km-http.conf').replace('8080', `127.0.0.1:${port}`));
  put(
    'km-tls.conf',
    deployed('km-tls.conf')
      .replace('listen 443', `listen 127.0.0.1:${tls}`)
      .replace('listen 80', `listen 127.0.0.1:${redirect}`)
      .replace(/(?<=ssl_certificate )[^;]+/, certificate.path)
      .replace(/(?<=ssl_certificate_key )[^;]+/, certificate.key)
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(place, name)};`
  );
  const own = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    join(place, 'nginx.conf'),
    `${own} daemon off; worker_processes 1; pid ${join(place, 'pid')}; error_log ${join(place, 'error.log')};
events { worker_connections 1024; }
http { ${temporary.join(' ')} include km.conf; include km-http.conf; include km-tls.conf; }
`
  );
  const args = ['-p', place, '-c', join(place, 'nginx.conf'), '-e', join(place, 'error.log')];
  await run(program, [...args, '-t']);
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    tls: `https://127.0.0.1:${tls}`,
    redirect: `http://127.0.0.1:${redirect}`,
    async stop() {
      child.kill('SIGQUIT');
      await ended;
    },
  };
}

/**
 * A certificate nobody but a test believes.
 *
 * @param {string} place
 */
async function makeCertificate(place) {
  const made = { path: join(place, 'certificate.pem'), key: join(place, 'key.pem') };
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-subj', '/CN=km.example.go.th', '-days', '2', '-keyout', made.key, '-out', made.path],
  ]);
  return made;
}
