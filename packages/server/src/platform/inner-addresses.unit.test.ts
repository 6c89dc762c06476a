import { expect, test } from 'vitest'
import { isLoopbackHost, reachOfAddress } from './inner-addresses.ts'

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '169.254.169.254',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '2002:7f00:1::',
  'fe80::1',
  '224.0.0.1',
  '255.255.255.255',
  'no address',
  '2130706433',
])('%s is this machine, its link or nobody', (address) => expect(reachOfAddress(address)).toBe('nearest'))

test.each(['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', 'fd00::1', '::ffff:10.0.0.1'])(
  '%s is in an inner network',
  (address) => expect(reachOfAddress(address)).toBe('private'),
)

test.each(['8.8.8.8', '172.32.0.1', '95.173.136.70', '2a02:6b8::2:242', '::ffff:8.8.8.8'])('%s is public', (address) =>
  expect(reachOfAddress(address)).toBe('public'),
)

test('this machine by its names in a URL', () => {
  const hosts = ['http://localhost', 'http://127.1', 'http://0x7f.1', 'http://[::1]', 'http://[::ffff:127.0.0.1]']
  for (const url of hosts) expect(isLoopbackHost(new URL(url).hostname), url).toBe(true)
  for (const url of ['http://localhost.evil.test', 'http://127.0.0.1.evil.test', 'http://10.0.0.1', 'http://[::2]'])
    expect(isLoopbackHost(new URL(url).hostname), url).toBe(false)
})
