import type { QuarterFigure } from '@otklik/model/appeals/api'
import { quarterBounds } from '@otklik/model/quarters'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

type Condition = RawBuilder<SqlBool>

/**
 * The appeals (`p`) that a figure of a quarter was counted from, by the same definitions as the model's, as of a day:
 * what came after it has not happened.
 */
export function behindFigure(quarter: string, figure: QuarterFigure, asOf: string | null): Condition {
  const { first, last } = quarterBounds(quarter)
  const happened = (column: string) => (asOf === null ? sql`true` : sql`${sql.ref(`p.${column}`)} <= ${asOf}`)
  const within = (column: string): Condition =>
    sql`(${sql.ref(`p.${column}`)} BETWEEN ${first} AND ${last} AND ${happened(column)})`
  const counted = sql<SqlBool>`(p.state NOT IN ('void', 'duplicate') AND p.registered IS NOT NULL AND ${happened('registered')})`
  const received = sql<SqlBool>`(${counted} AND ${within('registered')})`
  const complaints = sql<SqlBool>`(${received} AND p.kind IN ('complaint', 'pretrial'))`
  const ended = (outcomes: readonly string[]): Condition =>
    sql`(p.outcome = ANY(${[...outcomes]}::text[]) AND ${happened('answered')})`
  const said = (solved: string): Condition => sql`(${received} AND p.solved = ${solved} AND ${happened('asked')})`
  const still = (column: string): Condition =>
    sql`(p.${sql.raw(column)} IS NULL OR p.${sql.raw(column)} > ${last} OR NOT ${happened(column)})`
  const FIGURES: Readonly<Record<QuarterFigure, Condition>> = {
    received,
    answered: sql`(${counted} AND ${within('answered')})`,
    late: sql`(${counted} AND ${within('answered')} AND p.answered > p.first_due)`,
    overdue_open: sql`(${counted} AND ${still('answered')} AND ${still('closed')} AND p.first_due <= ${last})`,
    complaints,
    complaints_satisfied: sql`(${complaints} AND ${ended(['satisfied', 'partly'])})`,
    complaints_partly: sql`(${complaints} AND ${ended(['partly'])})`,
    complaints_refused: sql`(${complaints} AND ${ended(['refused'])})`,
    complaints_pending: sql`(${complaints} AND (p.outcome IS NULL OR NOT ${happened('answered')}))`,
    asked: sql`(${received} AND p.asked IS NOT NULL AND ${happened('asked')})`,
    solved_yes: said('yes'),
    solved_partly: said('partly'),
    solved_no: said('no'),
    reopened: sql`(${received} AND p.reopened > 0)`,
  }
  return FIGURES[figure]
}
