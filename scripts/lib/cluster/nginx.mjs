import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { run } from '../run.mjs';

const deployed = join(root, 'examples', 'deploy', 'nginx', 'km.conf');

/**
 * nginx with the very file an installation uses; ports and folders alone are others.
 *
 * @param {string} folder
 * @param {{port: number}[]} instances
 * @returns {Promise<{origin: string, stop(): Promise<void>}>}
 */
export async function startNginx(folder, instances) {
  const program = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync);
  if (!program) throw new Error('This needs nginx: apt-get install nginx-light, and try again.');
  const port = await freePort(18_080);
  const place = join(folder, 'nginx');
  mkdirSync(join(place, 'cache'), { recursive: true });
  const servers = instances.map(
    (each) => `server 127.0.0.1:${each.port} max_fails=1 fail_timeout=5s;`
  );
  const site = readFileSync(deployed, 'utf8')
    .replace(/(?:^ *server 127\.0\.0\.1:\d+ .*\n)+/m, `${servers.join('\n')}\n`)
    .replace(/listen 8080;/, `listen 127.0.0.1:${port};`)
    .replace('/var/cache/nginx/km', join(place, 'cache'))
    .replace('/var/log/nginx/km.log', join(place, 'access.log'));
  writeFileSync(join(place, 'km.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(place, name)};`
  );
  const own = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    join(place, 'nginx.conf'),
    `${own} daemon off; worker_processes 1; pid ${join(place, 'pid')}; error_log ${join(place, 'error.log')};
events { worker_connections 1024; }
http { ${temporary.join(' ')} include ${join(place, 'km.conf')}; }
`
  );
  const args = ['-p', place, '-c', join(place, 'nginx.conf'), '-e', join(place, 'error.log')];
  await run(program, [...args, '-t']);
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGQUIT');
      await ended;
    },
  };
}
