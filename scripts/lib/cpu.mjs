import { scryptSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second, of every Linux that Node runs on. */
const TICKS = 100

/** The fields of /proc/<pid>/stat after the name of the program, which may hold spaces; undefined once it is gone. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Processor time of a process and of its children that have ended, in ticks: utime, stime, cutime, cstime. */
const ticksOf = (stat) => stat.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)

/** Seconds of processor time of a process, of all that it has started and of all that these have; 0 where there is no /proc. */
export function cpuSeconds(root = process.pid) {
  if (!existsSync('/proc/self/stat')) return 0
  const stats = new Map()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined
    if (stat !== undefined) stats.set(Number(name), stat)
  }
  const below = (pid) =>
    [...stats].filter(([, stat]) => Number(stat[1]) === pid).flatMap(([one]) => [one, ...below(one)])
  const ticks = [root, ...below(root)].map((pid) => ticksOf(stats.get(pid) ?? []))
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS
}

/** Seconds of processor time that a fixed piece of work takes here and now: what budgets are measured by. */
export function yardstick() {
  const start = process.cpuUsage()
  for (let turn = 0; turn < 3; turn += 1) {
    scryptSync('yardstick', `salt ${turn}`, 32, { N: 2 ** 15, maxmem: 2 ** 26 })
    const words = Array.from({ length: 200_000 }, (_, at) => `${(at * 7919) % 200_003}`)
    JSON.parse(JSON.stringify(words.toSorted()))
  }
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
