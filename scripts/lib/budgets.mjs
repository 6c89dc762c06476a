/**
 * Processor time that a test file may take, in yardsticks of the same run (scripts/lib/cpu.mjs), its browser and the
 * engines that it starts itself included; of the engines that all files share, nothing. Whoever needs more says so here.
 */
const BUDGET = 360
const BUDGETS = {
  'packages/desk/test/audit.test.ts': 600,
  'packages/desk/test/list-edition.test.ts': 750,
  'packages/desk/test/people.test.ts': 600,
  'packages/desk/test/screens.test.ts': 1500,
  'packages/server/test/cli/backup.test.ts': 750,
  'packages/server/test/engines/accounts.test.ts': 750,
  'packages/server/test/exchange/kill-points.test.ts': 750,
  'packages/server/test/upgrade/kept.test.ts': 600,
}

export const budgetOf = (file) => BUDGETS[file] ?? BUDGET

/** A sentence for each file over its budget. `files` are `{ file, seconds }`. */
export function overBudget(files, yardstick) {
  return files
    .map(({ file, seconds }) => ({ file, spent: seconds / yardstick, budget: budgetOf(file) }))
    .filter(({ spent, budget }) => spent > budget)
    .map(
      ({ file, spent, budget }) => `${file}: ${spent.toFixed(0)} yardsticks of processor time, ${budget} are allowed`,
    )
}
