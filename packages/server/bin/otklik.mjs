#!/usr/bin/env node
// Plain JavaScript that any Node understands: it finds the Node the program needs and hands over to src/cli.ts.
import * as nodeModule from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { followStarter, handOver, isFitting } from './launch.mjs'

const here = fileURLToPath(import.meta.url)
const { enableCompileCache } = nodeModule

followStarter()
if (!isFitting) await handOver(dirname(here), [here, ...process.argv.slice(2)])

// Types are stripped and code is compiled once, then read from a cache. It lies with the code, and not in a folder that anybody
// may write into: what is read from it is run. Where this account can't write there, it does without.
enableCompileCache?.(fileURLToPath(new URL('../../../node_modules/.cache/otklik', import.meta.url)))
// Bytes of uploads count as part of the heap. Counted for themselves, they had the whole heap searched 38 times while 590 MB
// came in, which took a sixth of the time. Named so in the Node that is carried.
if (process.versions.node.startsWith('24.')) setFlagsFromString('--external-memory-accounted-in-global-limit')
await import(new URL('../src/cli.ts', import.meta.url).href)
