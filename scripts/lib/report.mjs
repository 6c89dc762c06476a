import { fileURLToPath } from 'node:url'
import { realpathSync } from 'node:fs'

/**
 * Runs `check` when its module was started from the command line: prints its problems, one per line, then its
 * summary, and sets the exit status. A check returns `{ problems: string[], summary: string, notes?: string[] }`.
 */
export async function runWhenStarted(moduleUrl, check) {
  if (process.argv[1] === undefined || realpathSync(process.argv[1]) !== fileURLToPath(moduleUrl)) return
  const { problems, summary, notes = [] } = await check()
  for (const note of notes) console.log(note)
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? summary : `${problems.length} problem(s). ${summary}`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
