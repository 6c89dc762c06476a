import type { ProcedureState } from '../../../src/certification/procedure/tables.ts'
import type { Entries, RightEntry } from '../entry.ts'
import { NEIGHBOUR } from '../parts.ts'
import type { Actor } from '../people.ts'
import { plantCase, plantCertificate, plantProcedure, plantRoadMap, YEAR } from '../procedures.ts'

/** Certification is carried out by the Centre for the whole system: from a part of it nothing is changed. */
const inPart = ({ everything }: Actor): boolean => !everything
const reason = 'Проверка прав'

/** A step of the Centre about the part's object. */
const ofCentre = (state: ProcedureState, body?: object, params: object = {}): RightEntry => ({
  ask: async (things, _, world) => ({
    params: { id: (await plantProcedure(world, things, state)).id, ...params },
    ...(body && { body }),
  }),
  names: true,
  seenOnly: inPart,
})
/** A step of the Centre about the part's case. */
const ofCase = (state: 'drafted' | 'signed', body?: object): RightEntry => ({
  ask: async (things, _, world) => ({
    params: { id: await plantCase(world, things, state) },
    ...(body && { body }),
  }),
  names: true,
  seenOnly: inPart,
})
/** A move of the part's road map. */
const ofRoadMap = (
  state: 'draft' | 'on_agreement' | 'agreed' | 'approved',
  body?: object,
  params: object = {},
): RightEntry => ({
  ask: async (things, _, world) => ({
    params: { id: await plantRoadMap(world, things, state), ...params },
    ...(body && { body }),
  }),
  names: true,
})
const regulation = { part: 'regulation' }
const sheet = { version: 1, result: 'А', explanation: '', criteria: [], evidence: [] }
const question = { part: 'laboratory', question: 'Что?', addressee: 'Орган', due: '2099-12-31' }

export const procedureEntries: Entries = {
  listProcedures: {
    ask: async (things, _, world) => {
      await plantProcedure(world, things, 'assessing')
      return { query: { year: YEAR } }
    },
    lists: true,
    narrowed: () => ({ query: { year: YEAR, find: NEIGHBOUR.word } }),
  },
  beginProcedure: { ask: ({ object }) => ({ body: { year: YEAR, object } }), seenOnly: inPart },
  readProcedure: {
    ask: async (things, _, world) => ({ params: { id: (await plantProcedure(world, things, 'assessing')).id } }),
    names: true,
  },
  takeSheet: ofCentre('assessing', undefined, regulation),
  fillSheet: ofCentre('assessing', sheet, regulation),
  signSheet: ofCentre('assessing', { version: 1 }, regulation),
  reopenSheet: ofCentre('assessing', { reason }, regulation),
  saveRemarks: ofCentre('assessing', { remarks: [] }),
  requestInformation: ofCentre('assessing', question),
  answerRequest: {
    ask: async (things, _, world) => {
      const { id, request } = await plantProcedure(world, things, 'assessing')
      return { params: { id, request }, body: { text: 'Ответ' } }
    },
    names: true,
  },
  submitLevel: ofCentre('assessing'),
  returnLevel: ofCentre('on_review', { reason }),
  fixLevel: ofCentre('on_review'),
  sendPapers: ofCentre('fixed', { to: 'Орган', responsible: 'Иванова', letter: '№ 1' }),
  excludeObject: ofCentre('assessing', { reason }),
  reportRoadMap: {
    ask: async (things, _, world) => ({
      params: { id: (await plantProcedure(world, things, 'sent')).id },
      body: { day: '2099-01-01', evidence: 'Письмо' },
    }),
    names: true,
  },
  readRoadMap: {
    ask: async (things, _, world) => ({ params: { id: (await plantProcedure(world, things, 'sent')).id } }),
    names: true,
  },
  beginRoadMap: {
    ask: async (things, _, world) => ({ params: { id: (await plantProcedure(world, things, 'sent')).id } }),
    names: true,
  },
  saveRoadMap: ofRoadMap('draft', { version: 1, steps: [], points: [] }),
  submitRoadMap: ofRoadMap('draft'),
  approveRoadMap: ofRoadMap('agreed'),
  amendRoadMap: ofRoadMap('approved', { reason }),
  finishRoadMap: ofRoadMap('approved'),
  agreeRoadMap: { ...ofRoadMap('on_agreement'), seenOnly: inPart },
  returnRoadMap: { ...ofRoadMap('on_agreement', { reason }), seenOnly: inPart },
  reportRoadMapStep: ofRoadMap('approved', { day: '2024-04-01', evidence: 'Акт' }, { step: 1 }),
  printRoadMap: {
    ask: async (things, _, world) => ({
      params: { id: await plantRoadMap(world, things, 'draft') },
      query: { format: 'xlsx' },
    }),
    names: true,
  },
  listCertificates: {
    ask: async (things, _, world) => {
      await plantCertificate(world, things)
      return {}
    },
    lists: true,
    narrowed: async (things, _, world) => {
      await plantCertificate(world, things)
      return { query: { find: NEIGHBOUR.word } }
    },
  },
  printDocument: {
    ask: async (things, _, world) => ({
      params: { id: (await plantCertificate(world, things)).id },
      query: { format: 'pdf' },
    }),
    names: true,
  },
  listCases: {
    ask: async (things, _, world) => {
      await plantCase(world, things, 'drafted')
      return { query: { limit: 1000 } }
    },
    lists: true,
    everythingFinds: false,
  },
  readCase: {
    ask: async (things, _, world) => ({ params: { id: await plantCase(world, things, 'drafted') } }),
    names: true,
  },
  saveNotice: ofCase('drafted', { endsOn: '2026-12-31', text: '' }),
  signNotice: ofCase('drafted'),
  sendNotice: ofCase('signed', { to: 'Орган', letter: '№ 1' }),
  closeCase: ofCase('drafted', { reason }),
}
