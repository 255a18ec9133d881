import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './start-error.js';

/** How long the first start may take on a slow disk, and how long a stop may, in milliseconds. */
const READY_MS = 120_000;
const STOP_MS = 10_000;
/** The file descriptor on which the API hands over the first admin's sign-in. */
const ADMIN_FD = 3;

function answersReady(url) {
  return new Promise((resolve) => {
    get(`${url}/health/ready`, { agent: false, timeout: 2000 }, (reply) => {
      reply.resume();
      resolve(reply.statusCode === 200);
    })
      .on('timeout', (request) => request?.destroy())
      .on('error', () => resolve(false));
  });
}

/** The API as a child process. */
export class ApiProcess {
  /** E-mail and password of the first admin, if this start has made one. */
  firstAdmin;
  /** Settles when the process has ended, with its exit code. */
  ended;
  #child;
  #complaint = '';

  /** @param log where its output goes; none: to this terminal */
  constructor({ demo, apiPort }, log) {
    // In a group of its own: Ctrl-C reaches only this script, which then stops the API in order.
    this.#child = spawn(process.execPath, ['apps/api/dist/main.js'], {
      env: {
        ...process.env,
        PORT: String(apiPort),
        DEMO_SITE: String(demo),
        PORCHLIGHT_FIRST_ADMIN_FD: String(ADMIN_FD),
      },
      stdio: ['ignore', log ? 'pipe' : 'inherit', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    this.#child.stdout?.on('data', (chunk) => log.write(chunk));
    this.#child.stderr.on('data', (chunk) => {
      if (log) log.write(chunk);
      else process.stderr.write(chunk);
      this.#complaint = (this.#complaint + chunk).slice(-4000);
    });
    this.#readFirstAdmin(this.#child.stdio[ADMIN_FD]);
    this.ended = once(this.#child, 'close').then(([code, signal]) => code ?? 128 + constants.signals[signal]);
  }

  /** What the API said last on its error output. */
  get complaint() {
    return this.#complaint.trim();
  }

  /** Resolves when the API answers; rejects with its own words if it gives up. */
  async ready(url) {
    const deadline = Date.now() + READY_MS;
    let code;
    void this.ended.then((value) => {
      code = value;
    });
    while (!(await answersReady(url))) {
      if (code !== undefined) throw new StartError(this.complaint || 'The API stopped without a word.', code || 1);
      if (Date.now() > deadline) throw new StartError(`The API is not ready after ${READY_MS / 1000} s.`);
      await sleep(50);
    }
    await sleep(20); // for what is still in the pipe
  }

  /** SIGTERM, and after the time it may take, SIGKILL. */
  async stop() {
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), STOP_MS);
    await this.ended;
    clearTimeout(timer);
  }

  kill() {
    this.#child.kill('SIGKILL');
  }

  #readFirstAdmin(pipe) {
    let text = '';
    pipe.setEncoding('utf8');
    pipe.on('data', (chunk) => {
      text += chunk;
      const [line, rest] = text.split('\n', 2);
      if (rest !== undefined) this.firstAdmin = JSON.parse(line);
    });
    pipe.on('error', () => {});
  }
}
