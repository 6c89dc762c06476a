import type { Column } from '@otklik/model/exchange'
import { type Check, type Compiled, compiled, type Context } from './check.ts'
import { momentChecks, momentOf, momentSteps, timeText } from './moments.ts'

/** Compiles a column with date and time in one cell. */
export function momentColumn(column: Column, { cell, has, reading }: Context): Compiled {
  const { name, required = false } = column
  if (!has(name)) return compiled({ values: { [name]: 'NULL' } })
  const text = cell(name)
  const value = momentOf(`${name}_start`, `${name}_time`)
  const checks: Check[] = momentChecks(`${name}_date`, `${name}_day`, `${name}_time`).map(([code, when]) => ({
    code,
    column: name,
    when: `${text} != '' AND (${when})`,
  }))
  if (required) checks.push({ code: 'required', column: name, when: `${text} = ''` })
  return {
    steps: momentSteps(name, text, reading),
    values: { [name]: required ? value : `if(${text} = '', NULL, ${value})` },
    checks,
    untimed: [{ column: name, when: `${text} != '' AND ${timeText(text)} = ''` }],
  }
}
