import type { Entries } from '../entry.ts'
import { DAY, emptyPackage, SET_ASIDE_FILE } from '../packages.ts'
import { NEIGHBOUR } from '../parts.ts'

const june = { from: '2026-06-01', to: DAY }

export const packageEntries: Entries = {
  sendPackage: {
    ask: ({ code }) => ({ query: { supplier: code, date: DAY, name: 'events.csv' }, text: 'request_id;section\r\n' }),
    names: true,
  },
  checkPackage: {
    ask: () => ({ query: { date: DAY, name: 'events.csv' }, text: 'request_id;section\r\n' }),
  },
  listPackages: {
    ask: () => ({}),
    lists: true,
    narrowed: () => ({ query: { supplier: NEIGHBOUR.code } }),
  },
  readCalendar: { ask: () => ({ query: june }), lists: true },
  listFindings: { ask: () => ({}), lists: true, narrowed: () => ({ query: { supplier: NEIGHBOUR.code } }) },
  // Counts of codes name nobody: whose packages they are counted from is tried in exchange/packages/calendar.test.ts.
  countCodes: { ask: () => ({ query: june }) },
  readExpected: { ask: ({ code }) => ({ query: { supplier: code } }), names: true },
  readReceipt: { ask: (things) => ({ params: { id: things.package } }), names: true },
  watchPackage: { ask: (things) => ({ params: { id: things.package } }), names: true },
  withdrawPackage: {
    ask: async (things, _, { db }) => ({
      params: { id: await emptyPackage(db, things) },
      body: { reason: 'Прислан по ошибке' },
    }),
    names: true,
  },
  downloadDay: { ask: () => ({ query: { date: DAY } }), lists: true },
  downloadSetAside: {
    ask: (things) => ({ params: { id: things.package, file: SET_ASIDE_FILE } }),
    names: true,
  },
  downloadSetAsideBook: {
    ask: (things) => ({ params: { id: things.package, file: SET_ASIDE_FILE } }),
    names: true,
  },
}
