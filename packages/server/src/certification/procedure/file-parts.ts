import { hasRight, type Principal, reachOf } from '@otklik/model/access'
import type { InformationRequest, Sheet } from '@otklik/model/certification/api'
import { ASSESSMENT } from '@otklik/model/certification/procedure'
import { type Part, PARTS, schemeOf } from '@otklik/model/certification/score'
import { dayOf } from '@otklik/model/days'
import { nameOf } from '../../platform/audit/index.ts'
import { hasLapsed, type Kept } from './facts.ts'
import type { DescribedProcedure, SheetRow } from './rows.ts'
import { aboutOf } from './sheets.ts'

type Whole = Kept & { readonly row: DescribedProcedure }

/** The sheets of the kind's parts. What is not signed yet is the Centre's own and shown to nobody else. */
export function sheetFacts({ row, sheets }: Whole, who: Principal): Sheet[] {
  const centre = reachOf(who).everything
  const may = centre && hasRight(who, 'certification.assess')
  return schemeOf(row.kind).parts.map((part) => {
    const sheet = sheets.find((one) => one.part === part)
    const shown = sheet !== undefined && (centre || sheet.state === 'signed') ? sheet : undefined
    return {
      part,
      title: PARTS[part].title,
      state: sheet?.state ?? null,
      version: sheet?.version ?? 0,
      assessor: sheet?.assessor_name ?? null,
      mine: sheet?.assessor === nameOf(who),
      ...contentOf(shown),
      allowed: may ? allowedOf(row, sheet, who) : [],
    }
  })
}

const contentOf = (sheet: SheetRow | undefined) => ({
  result: sheet?.result ?? null,
  explanation: sheet?.explanation ?? '',
  criteria: (sheet?.criteria ?? []).map((one) => ({ ...one })),
  evidence: (sheet?.evidence ?? []).map((one) => ({ ...one })),
  facts: sheet?.facts ? { ...sheet.facts } : null,
  signed:
    sheet?.signed_at && sheet.signed_by !== null ? { by: sheet.signed_by, at: sheet.signed_at.toISOString() } : null,
})

/** What may be done with the sheet; a draft of somebody else can be taken over. */
function allowedOf(row: DescribedProcedure, sheet: SheetRow | undefined, who: Principal): Sheet['allowed'] {
  if (row.state !== 'assessing') return []
  const about = aboutOf(row, sheet, who, 'причина')
  const events = ASSESSMENT.table.eventsFor(sheet?.state ?? null, about, ['certification.assess'])
  return sheet?.state === 'draft' && !about.mine ? [...events, 'begin'] : events
}

export const requestFacts = ({ requests }: Kept, at: Date): InformationRequest[] =>
  requests.map((request) => {
    const { id, part, question, addressee, due, answer, answered_at, answered_by } = request
    return {
      id,
      part: part satisfies Part,
      question,
      addressee,
      due,
      asked: { by: request.asked_by, at: request.asked_at.toISOString() },
      answer:
        answer === null || answered_at === null
          ? null
          : { by: answered_by ?? '', at: answered_at.toISOString(), text: answer },
      lapsed: hasLapsed(request, dayOf(at)),
    }
  })
