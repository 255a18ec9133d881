import { expect, test } from '@jest/globals';
import { browserName } from './browser-name.js';

const mozilla = (rest: string) => `Mozilla/5.0 (${rest}`;

test.each<[string | undefined, string | undefined]>([
  [mozilla('X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox 140 on Linux'],
  [
    mozilla('Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'),
    'Chrome 142 on Windows',
  ],
  [
    mozilla('Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0'),
    'Edge 142 on Windows',
  ],
  [
    mozilla('Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15'),
    'Safari 26 on macOS',
  ],
  [
    mozilla(
      'iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.7 Mobile/15E148 Safari/604.1',
    ),
    'Safari 18 on iOS',
  ],
  [
    mozilla('Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'),
    'Chrome 142 on Android',
  ],
  ['curl/8.5.0', undefined],
  ['<img src=x onerror=alert(1)>', undefined],
  [undefined, undefined],
])('%s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
