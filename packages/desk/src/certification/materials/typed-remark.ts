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

const NEW: Pick<ListRemark, 'asks' | 'text' | 'materials' | 'contacts'> = {
  asks: 'include',
  text: '',
  materials: { level: null, monitoring: null, form: null, act: null, mass: null },
  contacts: { authority: null, digital: null },
}

/** @param letter of the signed sheet of self-check, for a new remark */
export function typedOf(remark: ListRemark | null, letter: RemarkBody['materials']['level']): Typed {
  const { asks, text, materials, contacts } = remark ?? { ...NEW, materials: { ...NEW.materials, level: letter } }
  return { asks, text, ...typedMaterials(materials), ...typedContacts(contacts) }
}

function typedMaterials({ level, monitoring, form, act, mass }: RemarkBody['materials']) {
  return {
    level: level?.letter ?? '',
    monitoringBy: monitoring?.by ?? 'export',
    monitoring: monitoring?.reference ?? '',
    form: form?.address ?? '',
    act: act?.details ?? '',
    massList: mass?.list ?? 'federal',
    mass: mass?.item ?? '',
  }
}

const NOBODY = { name: '', phone: '', email: '' }
function typedContacts({ authority, digital }: RemarkBody['contacts']) {
  const [first, second] = [authority ?? NOBODY, digital ?? NOBODY]
  return {
    authorityName: first.name,
    authorityPhone: first.phone,
    authorityEmail: first.email,
    digitalName: second.name,
    digitalPhone: second.phone,
    digitalEmail: second.email,
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
