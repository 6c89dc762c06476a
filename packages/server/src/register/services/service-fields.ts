import { badField } from '../../platform/problems/index.ts'
import type { ServiceFields } from '@otklik/model/register/api'
import { type Column, kindRules } from '@otklik/model/exchange'
import { tidy, tidyList, tidyOrNull } from '../../platform/text.ts'

const maxOf = (name: string): number => {
  const cell: Column['cell'] | undefined = kindRules.services.columns.find((column) => column.name === name)?.cell
  return cell !== undefined && 'max' in cell ? cell.max : 0
}

/** A service as typed in the desk, made fit for the register: what is saved can be written to a `services` file and read back. */
export function checkedService(body: ServiceFields): ServiceFields {
  const fields: ServiceFields = {
    ...body,
    name: tidy(body.name),
    authority: tidyOrNull(body.authority),
    fee: tidyOrNull(body.fee),
    lifeSituations: tidyList(body.lifeSituations),
  }
  if (fields.name === '') throw badField('name', 'Напишите наименование.')
  requireLength('authority', fields.authority, maxOf('authority'))
  requireLength('fee', fields.fee, maxOf('fee'))
  requireLength('lifeSituations', fields.lifeSituations.join('|'), maxOf('life_situations'))
  if (fields.lifeSituations.some((situation) => situation.includes('|')))
    throw badField('lifeSituations', 'Знак «|» разделяет ситуации в файлах и внутри названия не пишется.')
  if (fields.termDays !== null && fields.termUnit === null)
    throw badField('termUnit', 'У срока нужна единица: рабочие или календарные дни.')
  if (fields.termDays === null && fields.termUnit !== null) throw badField('termDays', 'Напишите срок в днях.')
  return fields
}

function requireLength(path: string, text: string | null, max: number): void {
  if (text !== null && text.length > max) throw badField(path, `Не длиннее ${max} знаков.`)
}
