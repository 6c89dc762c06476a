import type { ProcedureFile } from '@otklik/model/certification/api'
import type { Lists, Who } from '../certification.fixture.ts'

export type Part = ProcedureFile['sheets'][number]['part']
export const sheetBody = (version: number, result: string, explanation = '') => ({
  version,
  result,
  explanation,
  criteria: [{ name: 'Понятность', earned: 4, most: 5, note: '' }],
  evidence: [{ title: 'Снимок формы', address: 'https://www.gosuslugi.ru/600123/1' }],
})

/** The calls about procedures, as whoever is named. */
export function proceduresOf({ make, send, get }: Lists) {
  const path = (id: number, rest = '') => `/procedures/${id}${rest}`
  return {
    begin: (object: number, year = 2026, mass?: string) =>
      make<ProcedureFile>('POST', '/procedures', { year, object, ...(mass !== undefined && { mass }) }),
    read: async (id: number, who?: Who) => (await get<ProcedureFile>(path(id), who)).body,
    /** Takes the sheet, fills it in and signs it. */
    assess: async (id: number, part: Part, result: string, who: Who = 'curator', explanation?: string) => {
      await make('POST', path(id, `/sheets/${part}`), undefined, who)
      const filled = await make<ProcedureFile>(
        'PUT',
        path(id, `/sheets/${part}`),
        sheetBody(1, result, explanation),
        who,
      )
      const version = filled.sheets.find((sheet) => sheet.part === part)?.version
      return make<ProcedureFile>('POST', path(id, `/sheets/${part}/signature`), { version }, who)
    },
    post: (id: number, rest: string, body?: object, who?: Who) =>
      make<ProcedureFile>('POST', path(id, rest), body, who),
    refused: async (id: number, rest: string, body?: object, who?: Who) =>
      (await send('POST', path(id, rest), body, who)).body,
  }
}

export const SENDING = { to: 'Свой орган', responsible: 'Иванова А. П.', letter: '12.05.2026 № 41-АЦ' }
