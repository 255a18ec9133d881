import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentDisposition } from './content-disposition.js';
import { safeFileName, withExtension } from './file-name.js';

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['/etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['.htaccess', 'htaccess'],
  ['a\u202ecod.exe', 'acod.exe'],
  ['zero\u200bwidth.txt', 'zerowidth.txt'],
  ['nul', '_nul'],
  ['LPT1.tar.gz', '_LPT1.tar.gz'],
  ['console.txt', 'console.txt'],
  ['a<b>:"c"|?*.txt', 'a_b___c____.txt'],
  ['  two   words .txt  ', 'two words .txt'],
  ['e\u0301tude.mp3', '\u00e9tude.mp3'],
  ['q\u0335\u0321\u0322\u0326\u0324.txt', 'q\u0335\u0321.txt'],
  ['\ud800.txt', 'txt'],
])('%j becomes %j', (sent, name) => {
  expect(safeFileName(sent, 'file')).toBe(name);
});

test('whatever is sent, the name is one that any file system and any line of an answer can hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sent) => {
      const name = safeFileName(sent, 'file');
      expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+$/u);
      expect(name).not.toMatch(/^[. ]|[. ]$/);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(160);
      // As Node checks the values of headers.
      expect(contentDisposition('attachment', name)).toMatch(/^[\x20-\x7e]+$/);
    }),
  );
});

test('a picture ends as pictures of its kind do', () => {
  expect(withExtension('a.JPEG', ['jpg', 'jpeg'])).toBe('a.JPEG');
  expect(withExtension('a.html', ['jpg', 'jpeg'])).toBe('a.html.jpg');
  expect(withExtension('picture', ['png'])).toBe('picture.png');
});

test('a Content-Disposition keeps the whole name', () => {
  expect(contentDisposition('attachment', `na"me's (1) 名.txt`)).toBe(
    `attachment; filename="na_me's (1) _.txt"; filename*=UTF-8''na%22me%27s%20%281%29%20%E5%90%8D.txt`,
  );
});
