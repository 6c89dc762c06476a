import { LETTERS } from '@otklik/model/certification'
import type { ListRemark, RemarkBody } from '@otklik/model/certification/api'
import { ALL_REMARK_ASKS } from '@otklik/model/certification/list-remarks'

/** A remark as it stands in the fields of its form. */
export type Typed = Record<
  | 'asks'
  | 'text'
  | 'level'
  | 'monitoringBy'
  | 'monitoring'
  | 'form'
  | 'act'
  | 'massList'
  | 'mass'
  | 'authorityName'
  | 'authorityPhone'
  | 'authorityEmail'
  | 'digitalName'
  | 'digitalPhone'
  | 'digitalEmail',
  string
>

/** @param letter of the signed sheet of self-check, for a new remark */
export function typedOf(remark: ListRemark | null, letter: RemarkBody['materials']['level']): Typed {
  const { level = letter, monitoring, form, act, mass } = remark?.materials ?? {}
  const { authority, digital } = remark?.contacts ?? { authority: null, digital: null }
  return {
    asks: remark?.asks ?? 'include',
    text: remark?.text ?? '',
    level: level?.letter ?? '',
    monitoringBy: monitoring?.by ?? 'export',
    monitoring: monitoring?.reference ?? '',
    form: form?.address ?? '',
    act: act?.details ?? '',
    massList: mass?.list ?? 'federal',
    mass: mass?.item ?? '',
    authorityName: authority?.name ?? '',
    authorityPhone: authority?.phone ?? '',
    authorityEmail: authority?.email ?? '',
    digitalName: digital?.name ?? '',
    digitalPhone: digital?.phone ?? '',
    digitalEmail: digital?.email ?? '',
  }
}

/** What was left empty is not part of the remark. */
export function bodyOf(typed: Typed): RemarkBody {
  const letter = LETTERS.find((one) => one === typed.level)
  const contact = (name: string, phone: string, email: string) =>
    [name, phone, email].every((text) => text.trim() === '') ? null : { name, phone, email }
  const given = <T>(text: string, material: T): T | null => (text.trim() === '' ? null : material)
  return {
    asks: ALL_REMARK_ASKS.find((ask) => ask === typed.asks) ?? 'include',
    text: typed.text,
    materials: {
      level: letter === undefined ? null : { letter },
      monitoring: given(typed.monitoring, {
        by: typed.monitoringBy === 'letter' ? 'letter' : 'export',
        reference: typed.monitoring,
      }),
      form: given(typed.form, { address: typed.form }),
      act: given(typed.act, { details: typed.act }),
      mass: given(typed.mass, { list: typed.massList === 'regional' ? 'regional' : 'federal', item: typed.mass }),
    },
    contacts: {
      authority: contact(typed.authorityName, typed.authorityPhone, typed.authorityEmail),
      digital: contact(typed.digitalName, typed.digitalPhone, typed.digitalEmail),
    },
  }
}
