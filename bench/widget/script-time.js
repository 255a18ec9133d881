/** What a browser calls it when it runs or compiles a page's script. They nest; microtasks are where promises go on. */
const SCRIPT = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EventDispatch',
]);
/** The worlds of whoever drives the browser are called so; what runs there is no part of the page. */
const DRIVER = /^__playwright/;

/**
 * Records how long a page's main thread runs scripts; `cdp` is a session of that page. By the clock of the thread, which
 * stands still while the processor is somebody else's.
 */
export async function recordScriptTime(cdp) {
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] },
  });
  return {
    /** Ends it. Milliseconds of the page at `url`, until each of these moments, seconds of `Performance.getMetrics`. */
    async until(moments, url) {
      const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
      await cdp.send('Tracing.end');
      await complete;
      // The browser has pages of its own, whose scripts run in other processes.
      const pids = new Set(
        events
          .filter(({ name, args }) => name === 'CommitLoad' && args.data?.url.startsWith(url))
          .map(({ pid }) => pid),
      );
      const mainThreads = new Set(
        events
          .filter(({ name, args, pid }) => name === 'thread_name' && args.name === 'CrRendererMain' && pids.has(pid))
          .map(({ pid, tid }) => `${pid} ${tid}`),
      );
      const spans = events
        // What is over within a microsecond has no time of the thread.
        .filter(({ ph, tts, pid, tid }) => ph === 'X' && tts !== undefined && mainThreads.has(`${pid} ${tid}`))
        .map((event) => ({ at: event.ts, from: event.tts, to: event.tts + (event.tdur ?? 0), counts: counts(event) }))
        .filter((span) => span.counts !== undefined)
        .sort((a, b) => a.from - b.from || b.to - a.to);
      return moments.map((seconds) => covered(spans.filter(({ at }) => at <= seconds * 1e6)) / 1e3);
    },
  };
}

/** Whether a span is the page's script, or is not; undefined where what is around it decides. */
function counts({ name, args }) {
  if (DRIVER.test(args.worldName ?? '')) return false;
  return SCRIPT.has(name) ? true : undefined;
}

/** How much is covered by sorted spans of which some lie within others: the innermost decides whether it counts. */
function covered(spans) {
  let sum = 0;
  let at = 0;
  const around = [];
  const goOn = (to) => {
    if (around.at(-1)?.counts) sum += to - at;
    at = to;
  };
  for (const span of [...spans, { from: Number.POSITIVE_INFINITY, counts: false }]) {
    while (around.length > 0 && around.at(-1).to <= span.from) {
      goOn(around.at(-1).to);
      around.pop();
    }
    goOn(span.from);
    around.push(span);
  }
  return sum;
}
