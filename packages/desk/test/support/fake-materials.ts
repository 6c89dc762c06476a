import type { Handlers } from './fake-contract.ts'
import { CHECKS, FORMS, REMARKS } from './fixtures/materials.ts'

/** Self-checks, and remarks on the draft list of a year. */
export const materialHandlers: Handlers = {
  listForms: ({ state }) => ({ json: { mayEdit: true, rows: state.empty ? [] : FORMS } }),
  readEntryMaterials: ({ state }) => ({
    json: {
      name: 'Зачисление в школу',
      year: 2027,
      selfChecks: state.empty ? [] : CHECKS,
      remarks: state.empty ? [] : REMARKS,
      mayCheck: true,
      mayRemark: true,
      checkRefused: null,
      remarkRefused: null,
    },
  }),
  listRemarks: ({ state }) => {
    const rows = state.empty ? [] : REMARKS
    return { json: { total: rows.length, until: '2027-01-31', rows } }
  },
}
