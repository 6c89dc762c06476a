import { csv, type Handlers, isFile, problem } from './fake-contract.ts'
import { TODAY } from './fixtures/certification.ts'
import { BOARD, CASES, FILE, REGISTER, ROAD_MAP_SHOWN, SENT_FILE } from './fixtures/procedures.ts'

const NO_STAGES = { not_begun: 0, assessing: 0, on_review: 0, fixed: 0, sent: 0, excluded: 0 }
const nothing = problem(404, 'not_found', 'Такой записи нет.')

/** The procedures, papers and critical values of certification. */
export const certificationHandlers: Handlers = {
  listProcedures: ({ query, state }) => {
    if (isFile(query)) return csv('board.csv')
    if (state.empty)
      return { json: { total: 0, stages: NO_STAGES, share: { certified: 0, counted: 0, leftOut: 0 }, rows: [] } }
    const rows = BOARD.filter((row) => query.stage === undefined || (row.state ?? 'not_begun') === query.stage)
    const stages = { ...NO_STAGES, not_begun: 1, on_review: 1, fixed: 1, sent: 1 }
    return { json: { total: rows.length, stages, share: { certified: 3, counted: 24, leftOut: 7 }, rows } }
  },
  readProcedure: ({ params }) => {
    const json = [FILE, SENT_FILE].find(({ id }) => String(id) === params.id)
    return json === undefined ? nothing : { json }
  },
  readRoadMap: () => ({ json: { map: ROAD_MAP_SHOWN, due: null, mayBegin: false, refused: null } }),
  beginProcedure: () => ({ status: 201, json: FILE }),
  returnLevel: () => ({ json: { ...FILE, state: 'assessing' } }),
  signSheet: () =>
    problem(409, 'certification_step', 'Не заполнено критериев: 1. Отметьте их и приложите подтверждения.'),
  listCertificates: ({ query, state }) => {
    if (isFile(query)) return csv('register.csv')
    const rows = state.empty ? [] : REGISTER
    return { json: { total: rows.length, today: TODAY, rows } }
  },
  listCases: ({ query, state }) => {
    if (isFile(query)) return csv('cases.csv')
    const rows = state.empty ? [] : CASES
    return { json: { total: rows.length, rows } }
  },
  readCase: ({ params }) => {
    const json = CASES.find(({ id }) => String(id) === params.id)
    return json === undefined ? nothing : { json }
  },
}
