import { BUILT_IN_RULES, ruleInForce, type TermRule } from '@otklik/model/appeals'
import type { BodyOf } from '@otklik/model/api'
import type { AppealRule, saveAppealRule } from '@otklik/model/appeals/api'
import { dayInFigures } from '@otklik/model/print'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { problem } from '../../platform/problems/index.ts'
import { tidy } from '../../platform/text.ts'
import { ruleTaken, unknownRule } from '../problems.ts'
import { visibleAuthority } from '../reach.ts'
import { requireAuthority } from '../register/authorities.ts'

/** All rules: those of the program and those set here, as the model takes them (authorities by their numbers). */
export async function rulesOf(db: Db | Tx): Promise<TermRule[]> {
  const own = await db.selectFrom('appeals_rules').selectAll().execute()
  return [
    ...BUILT_IN_RULES,
    ...own.map(({ code, authority_id, valid_from, days, unit, extension, source }) => ({
      code,
      from: countedFrom(code),
      days,
      unit,
      extension,
      source,
      valid_from,
      authority: authority_id === null ? null : String(authority_id),
    })),
  ]
}

/** What the term of a code is counted from is the law's, whoever sets its length. */
const countedFrom = (code: string): TermRule['from'] =>
  BUILT_IN_RULES.find((rule) => rule.code === code)?.from ?? 'registered'

/** The rule of a code that holds for an authority on a day; throws `unknown_rule`. */
export function requireRule(rules: readonly TermRule[], code: string, authority: number, day: string): TermRule {
  const rule = ruleInForce(rules, { code, authority: String(authority), day })
  if (rule === undefined) throw problem(unknownRule, code, [...new Set(rules.map((one) => one.code))].join(', '))
  return rule
}

/** Rules with the names of their authorities: common ones and those of authorities within reach. */
export async function listRules(db: Db, caller: Pick<Caller, 'who'>): Promise<{ total: number; rows: AppealRule[] }> {
  const own = await db
    .selectFrom('appeals_rules as r')
    .leftJoin('register_authorities as a', 'a.id', 'r.authority_id')
    .select(['r.code', 'r.days', 'r.unit', 'r.extension', 'r.source', 'r.valid_from', 'a.id', 'a.name'])
    .where(({ or, eb }) => or([eb('r.authority_id', 'is', null), visibleAuthority(caller.who)]))
    .orderBy('r.valid_from')
    .execute()
  const built = BUILT_IN_RULES.map((rule): AppealRule => ({ ...rule, authority: null, own: false }))
  const set = own.map(({ id, name, ...rule }): AppealRule => {
    const authority = id === null || name === null ? null : { id, name }
    return { ...rule, from: countedFrom(rule.code), authority, own: true }
  })
  const rows = [...built, ...set]
  return { total: rows.length, rows }
}

export type GivenRule = BodyOf<typeof saveAppealRule>

/**
 * Sets the term of a code from a day on. What holds already is never changed: terms that were counted by it must stay
 * explainable. Appeals registered before the day keep their rule.
 */
export async function saveRule(db: Db, given: GivenRule, caller: Caller): Promise<AppealRule> {
  const { code, authority: authority_id, valid_from, days, unit, extension } = given
  if (!BUILT_IN_RULES.some((rule) => rule.code === code))
    throw problem(unknownRule, code, BUILT_IN_RULES.map((rule) => rule.code).join(', '))
  const source = tidy(given.source)
  return db.transaction().execute(async (tx) => {
    const authority = await requireAuthority(tx, authority_id, caller.who)
    const row = { code, authority_id, valid_from, days, unit, extension, source }
    const saved = await tx
      .insertInto('appeals_rules')
      .values({ ...row, at: caller.at, by: displayName(caller.who) })
      .onConflict((known) => known.doNothing())
      .returning('code')
      .executeTakeFirst()
    if (saved === undefined) throw problem(ruleTaken, code, dayInFigures(valid_from))
    const { who, from, at } = caller
    await recordAudit(tx, { who, what: 'appeals.rule_saved', subject: `rule:${code}`, after: row, from, at })
    return { code, from: countedFrom(code), days, unit, extension, source, valid_from, authority, own: true }
  })
}
