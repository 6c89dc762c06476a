import type { Kind, Source } from './kinds.ts'

/** A term set by law or by an act: so many days from an event, extended at most once. */
export interface TermRule {
  readonly code: string
  /** The event after whose day the count begins. */
  readonly from: 'received' | 'registered' | 'decided'
  readonly days: number
  readonly unit: 'calendar' | 'working'
  /** By how many calendar days it may be extended; null: not at all. */
  readonly extension: number | null
  /** The point of the law, as it is cited. */
  readonly source: string
  /** The first day on which it holds; null: always. */
  readonly valid_from: string | null
  /** The authority that has set it for itself; null: for all. */
  readonly authority: string | null
}

const rule = (
  code: string,
  from: TermRule['from'],
  term: readonly [days: number, unit: TermRule['unit']],
  extension: number | null,
  source: string,
): TermRule => ({ code, from, days: term[0], unit: term[1], extension, source, valid_from: null, authority: null })

/** The rules that the program brings along; an authority can set its own beside them. */
export const BUILT_IN_RULES: readonly TermRule[] = [
  rule('59.register', 'received', [3, 'calendar'], null, '59-ФЗ, ст. 8 ч. 2'),
  rule('59.forward', 'registered', [7, 'calendar'], null, '59-ФЗ, ст. 8 ч. 3'),
  rule('59.answer', 'registered', [30, 'calendar'], 30, '59-ФЗ, ст. 12'),
  rule('8.answer', 'registered', [30, 'calendar'], 15, '8-ФЗ, ст. 18'),
  rule('210.register', 'received', [1, 'working'], null, '210-ФЗ, ст. 11.2'),
  rule('210.answer', 'registered', [15, 'working'], null, '210-ФЗ, ст. 11.2'),
  // Refused papers, and errors that were not corrected.
  rule('210.answer.short', 'registered', [5, 'working'], null, '210-ФЗ, ст. 11.2'),
  rule('210.notify', 'decided', [1, 'calendar'], null, '210-ФЗ, ст. 11.2 ч. 8'),
  // Set by an act of the region: what stands here is usual, and to be changed where the act says otherwise.
  rule('pos.answer', 'registered', [10, 'working'], null, 'Акт субъекта РФ о платформе обратной связи'),
  rule('pos.fast', 'registered', [3, 'working'], null, 'Акт субъекта РФ о платформе обратной связи'),
  rule('review.answer', 'registered', [30, 'calendar'], null, 'Порядок сбора обратной связи'),
]

/** Which rule of a code holds for an authority on a day: its own before the common one, the latest before older ones. */
export function ruleInForce(
  rules: readonly TermRule[],
  { code, authority = null, day }: { code: string; authority?: string | null; day: string },
): TermRule | undefined {
  const holds = (rule: TermRule): boolean =>
    rule.code === code &&
    (rule.authority === null || rule.authority === authority) &&
    (rule.valid_from === null || rule.valid_from <= day)
  const rank = ({ authority: own, valid_from }: TermRule): string => `${own === null ? 0 : 1}${valid_from ?? ''}`
  return rules.filter(holds).toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0]
}

const BY_KIND: Readonly<Record<Kind, string>> = {
  proposal: '59.answer',
  application: '59.answer',
  complaint: '59.answer',
  request: '8.answer',
  pretrial: '210.answer',
  review: 'review.answer',
}

/** The code of the rule to propose at registration; messages of the platform are no appeals under 59-ФЗ. */
export const proposedRule = (kind: Kind, source: Source): string =>
  kind === 'review' && source === 'pos' ? 'pos.answer' : BY_KIND[kind]
