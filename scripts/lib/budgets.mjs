/**
 * Processor time that a test file may take, in yardsticks of the same run (scripts/lib/cpu.mjs), its browser and the
 * engines that it starts itself included; of the engines that all files share, nothing. Whoever needs more says so here:
 * about three times what was measured on a quiet machine, since a busy one takes more processor time for the same work.
 */
const BUDGET = 250
const BUDGETS = {
  'packages/desk/test/list-edition.test.ts': 300,
  'packages/desk/test/screens.test.ts': 700,
  'packages/server/test/cli/backup.test.ts': 400,
  'packages/server/test/rights/matrix.test.ts': 400,
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
