import { BlockList, isIP, isIPv6 } from 'node:net'

type Range = readonly [network: string, prefix: number]

/** This machine itself, and what answers on the link only: metadata services of clouds among them. */
const NEAREST: readonly Range[] = [
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['::', 127],
  ['fe80::', 10],
]
/** Networks inside an organisation. */
const PRIVATE: readonly Range[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['fc00::', 7],
]
/** Nobody's, everybody's, or another address in disguise (NAT64, 6to4, Teredo). */
const STRANGE: readonly Range[] = [
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fec0::', 10],
  ['ff00::', 8],
]
const nearest = listOf(NEAREST)
const inside = listOf(PRIVATE)
const strange = listOf(STRANGE)
const loopback = listOf([
  ['127.0.0.0', 8],
  ['::1', 128],
])

function listOf(ranges: readonly Range[]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, isIPv6(network) ? 'ipv6' : 'ipv4')
  return list
}

// An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) is looked up as what it is by the list itself.
const isIn = (list: BlockList, address: string) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** Where an IP address lies; what is no IP address counts as `nearest`, the worst. */
export function reachOfAddress(address: string): 'public' | 'private' | 'nearest' {
  if (isIP(address) === 0 || isIn(nearest, address) || isIn(strange, address)) return 'nearest'
  return isIn(inside, address) ? 'private' : 'public'
}

export const isLoopback = (address: string): boolean => isIP(address) !== 0 && isIn(loopback, address)

/** @param hostname as in a URL: IPv6 in brackets. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || isLoopback(bareHost(hostname))
}

/** Without the brackets that a URL puts around IPv6. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1')
