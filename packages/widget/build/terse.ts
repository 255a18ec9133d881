import { minify as mangle } from 'rolldown/utils';
import type { MinifyOptions } from 'terser';
import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Tells V8 that almost every function of a file runs at once: it then compiles them all beside the main thread, while
 * the file arrives, instead of each at its first call. Others read a comment.
 */
const ALL_CALLED = '//# allFunctionsCalledOnLoad\n';

/**
 * What one minifier has made short, Terser makes shorter by another half of a kilobyte. While the chunks are rendered:
 * the hashes in their names, by which browsers keep them for ever, are taken of what comes out. `eager`: the names of
 * the chunks that are used whole as soon as they come.
 */
export function terse(eager: readonly string[], options: MinifyOptions = {}): Plugin {
  return {
    name: 'terse',
    async renderChunk(code, { fileName, name }) {
      const short = await mangle(fileName, code, { module: true, codegen: { removeWhitespace: true } });
      const shorter = await minify(short.code, { module: true, ecma: 2020, compress: { passes: 3 }, ...options });
      return { code: (eager.includes(name) ? ALL_CALLED : '') + (shorter.code ?? short.code), map: null };
    },
  };
}
