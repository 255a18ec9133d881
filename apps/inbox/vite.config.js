import { defineConfig } from 'vite';

/** The API serves `dist/` below `/inbox/` and answers unknown paths there with index.html. */
export default defineConfig({
  base: '/inbox/',
  build: {
    target: 'es2022',
    // The content security policy knows no `data:` for anything but pictures; keep every asset a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
