import { readFileSync } from 'node:fs'
import { stepLines } from './step-lines.ts'

const file = new URL('../../../../docs/schema-steps.txt', import.meta.url)
const keyOf = (line: string): string => line.split(' ').slice(0, 2).join(' ')

/** The list as it is committed: `store name hash` to the line. */
export const releasedSteps = (): string[] => readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)

/** The list with new steps at its end; what stands there stays, whatever the code says now. */
export async function releasedStepsPage(): Promise<string> {
  const released = releasedSteps()
  const known = new Set(released.map(keyOf))
  return [...released, ...(await stepLines()).filter((line) => !known.has(keyOf(line)))].join('\n')
}
