/** Whether what a supplier sends is whole: its days against its own past (docs/adr/0072). */
export { AGES, allRows, DAILY_KINDS, type DailyKind, type DayCounts } from './counts.ts'
export { type ExpectedKind, type Feed, feedOf, feedRules } from './feed.ts'
export { PAST_DAYS } from './past.ts'
export { type Finding, FINDING_CODES, type FindingCode } from './finding.ts'
export { FINDING_NAMES, type SaidFinding, sayFinding } from './say.ts'
