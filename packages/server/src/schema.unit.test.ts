import { expect, test } from 'vitest'
import { releasedSteps } from '../test/upgrade/released-steps.ts'
import { stepLines } from '../test/upgrade/step-lines.ts'

const of = (store: string, lines: readonly string[]) => lines.filter((line) => line.startsWith(`${store} `))

// Installations have run them: a step that is wrong is corrected by another one.
test.each(['postgresql', 'clickhouse'])(
  '%s: released steps stay, in their order, and new ones come after them',
  async (store) => {
    const released = of(store, releasedSteps())
    const now = of(store, await stepLines())
    expect(released.length).toBeGreaterThan(0)
    expect(now.slice(0, released.length)).toEqual(released)
  },
)
