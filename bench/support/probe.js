import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answer } from './answers.js';
import { publish } from './published.js';

/** Loaded into every server before its own program, so that all are measured by the same rule. */

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

answer({
  publish,

  usage() {
    const { user, system } = process.cpuUsage();
    return { cpuSeconds: (user + system) / 1e6, systemSeconds: system / 1e6 };
  },
  /** Bytes, after a full collection. */
  memory() {
    collect();
    collect();
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
    return { rss, heapUsed, external, arrayBuffers };
  },
});
