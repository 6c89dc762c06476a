/**
 * Processor time that a test file may take, in yardsticks of the same run (scripts/lib/cpu.mjs), its browser and the
 * engines that it starts itself included; of the engines that all files share, nothing. Whoever needs more says so here:
 * about 1.6 times what was measured.
 */
const BUDGET = 100
const BUDGETS = {
  'packages/desk/test/list-edition.test.ts': 110,
  'packages/desk/test/screens.test.ts': 220,
  'packages/server/test/cli/backup.test.ts': 160,
  'packages/server/test/rights/matrix.test.ts': 130,
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
