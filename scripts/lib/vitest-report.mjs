import { existsSync, readFileSync } from 'node:fs'

/**
 * Counts the tests in a report of vitest's JSON reporter: `{ passed, failed, skipped }`. A file that could not be
 * loaded counts as one failed test, and so does a run that ended badly, or without any test, and has no failed one to show for it.
 */
export function countTests(path, ranWell) {
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] }
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { status, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length
    counts.passed += assertionResults.filter((test) => test.status === 'passed').length
    counts.skipped += assertionResults.filter((test) => ['pending', 'skipped', 'todo'].includes(test.status)).length
    counts.failed += status === 'failed' ? Math.max(failed, 1) : failed
  }
  const ranNothing = counts.passed + counts.failed === 0
  if ((!ranWell || ranNothing) && counts.failed === 0) counts.failed = 1
  return counts
}
