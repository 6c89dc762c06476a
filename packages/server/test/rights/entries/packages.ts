import type { Entries } from '../entry.ts'
import { DAY, SET_ASIDE_FILE } from '../packages.ts'
import { NEIGHBOUR } from '../parts.ts'

const june = { from: '2026-06-01', to: DAY }

export const packageEntries: Entries = {
  sendPackage: {
    right: 'packages.send',
    ask: ({ code }) => ({ query: { supplier: code, date: DAY, name: 'events.csv' }, text: 'request_id;section\r\n' }),
    names: true,
  },
  listPackages: {
    right: 'packages.read',
    ask: () => ({}),
    lists: true,
    narrowed: () => ({ query: { supplier: NEIGHBOUR.code } }),
  },
  readCalendar: { right: 'packages.read', ask: () => ({ query: june }), lists: true },
  readReceipt: { right: 'packages.read', ask: (things) => ({ params: { id: things.package } }), names: true },
  watchPackage: { right: 'packages.read', ask: (things) => ({ params: { id: things.package } }), names: true },
  downloadDay: { right: 'packages.read', ask: () => ({ query: { date: DAY } }), lists: true },
  downloadSetAside: {
    right: 'packages.read',
    ask: (things) => ({ params: { id: things.package, file: SET_ASIDE_FILE } }),
    names: true,
  },
}
