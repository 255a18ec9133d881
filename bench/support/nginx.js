import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd } from './benchmark.js';
import { freePort } from './program.js';
import { nextEvent } from './published.js';

/** nginx with nchan, where a system package has put both: a server of streams in C, which is told by POST what to send. */

const MODULE = '/usr/lib/nginx/modules/ngx_nchan_module.so';

export const hasNchan = process.platform === 'linux' && existsSync('/usr/sbin/nginx') && existsSync(MODULE);

/** One worker, as Node has one thread that serves. */
const configuration = (directory, port) => `
load_module ${MODULE};
daemon off;
worker_processes 1;
pid ${directory}/pid;
error_log ${directory}/error.log;
worker_rlimit_nofile 20000;
events { worker_connections 20000; }
http {
  access_log off;
  client_body_temp_path ${directory}/body;
  proxy_temp_path ${directory}/proxy;
  fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi;
  scgi_temp_path ${directory}/scgi;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:${port} backlog=20000;
    location = /publish { nchan_publisher; nchan_channel_id all; nchan_message_buffer_length 100; }
    location = /events { nchan_subscriber eventsource; nchan_channel_id all; nchan_eventsource_ping_interval 0; }
  }
}
`;

export async function startNchan() {
  const directory = mkdtempSync(join(tmpdir(), 'porchlight-nginx-'));
  const port = await freePort();
  mkdirSync(join(directory, 'body'));
  writeFileSync(join(directory, 'nginx.conf'), configuration(directory, port));
  const child = spawn('/usr/sbin/nginx', ['-p', directory, '-c', join(directory, 'nginx.conf')], { stdio: 'ignore' });
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(directory, { recursive: true, force: true });
  };
  const forget = atEnd(end);
  const publisher = await connected(port);
  const worker = Number(execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' }).trim());
  const answers = {
    publish: (count) => publish(publisher, count),
    usage: () => ({ cpuSeconds: cpuSeconds(worker) }),
    memory: () => ({ rss: residentBytes(worker), heapUsed: Number.NaN, external: Number.NaN }),
  };
  const program = {
    ask: async (name, argument) => answers[name](argument),
    async stop() {
      forget();
      publisher.destroy();
      await end();
    },
  };
  const request = 'GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n';
  return { program, port, opened: '\r\n\r\n', requests: (count) => Array(count).fill(request) };
}

/** All of a burst in one write, so that nginx finds them together. Resolves once it has taken them. */
async function publish(socket, count) {
  const posts = Array.from({ length: count }, () => {
    const body = JSON.stringify(nextEvent());
    const head = `POST /publish HTTP/1.1\r\nHost: 127.0.0.1\r\nX-EventSource-Event: message.created\r\nContent-Length: ${body.length}\r\n\r\n`;
    return head + body;
  });
  const taken = new Promise((resolve, reject) => {
    let answers = 0;
    const look = (data) => {
      answers += data.toString('latin1').split('HTTP/1.1 20').length - 1;
      if (answers < count) return;
      socket.off('data', look);
      socket.off('close', reject);
      resolve();
    };
    socket.on('data', look);
    socket.on('close', reject);
  });
  socket.write(posts.join(''));
  await taken;
}

async function connected(port) {
  for (const deadline = Date.now() + 10_000; ; ) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    if (isOpen) return socket.on('error', () => undefined);
    socket.destroy();
    if (Date.now() > deadline) throw new Error('nginx does not start');
    await sleep(20);
  }
}

/** proc_pid_stat(5): fields 14 and 15, in ticks of a hundredth of a second. */
function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function residentBytes(pid) {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;
}
