import { existsSync, readFileSync } from 'node:fs'

const SHOWN = 20

/**
 * What `file-cpu.mjs` has noted of each test file, the slowest first: `{ file, seconds, lost }`. The lost seconds are those
 * of browsers that were killed; they do not count as the run's own any more.
 */
export function readFileCpu(path) {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .toSorted((a, b) => b.seconds - a.seconds)
}

/** The processor time of a whole run and of its slowest files, for people. */
export function cpuReport(files, { whole, yardstick }) {
  const line = ({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s ${file}`
  return [
    `Processor time: ${whole.toFixed(0)} s in all; the yardstick took ${yardstick.toFixed(2)} s. The slowest files:`,
    ...files.slice(0, SHOWN).map(line),
  ].join('\n')
}
