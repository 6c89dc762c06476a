import { expect, test } from 'vitest'
import { browserName } from './browser-name.ts'

const MOZILLA = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${MOZILLA} Chrome/142.0.0.0 Safari/537.36`, 'Chrome 142, Windows'],
  [`${MOZILLA} Chrome/142.0.0.0 YaBrowser/25.10.0 Safari/537.36`, 'Яндекс Браузер 25, Windows'],
  [`${MOZILLA} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'Edge 142, Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox 145, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
    'Safari 18, iOS',
  ],
  ['curl/8.5.0', null],
  ['', null],
])('%s is %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})
