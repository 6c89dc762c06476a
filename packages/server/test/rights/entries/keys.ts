import type { Entries } from '../entry.ts'
import { NEIGHBOUR } from '../parts.ts'

export const keyEntries: Entries = {
  listSuppliers: { ask: () => ({}), lists: true },
  saveSupplier: {
    ask: ({ code, word }) => ({ params: { code }, body: { name: `Поставщик ${word}` } }),
    names: true,
  },
  issueToken: {
    ask: ({ code, word }) => ({ params: { code }, body: { label: `${word}ий ключ` } }),
    names: true,
  },
  revokeToken: {
    ask: ({ code, supplierToken }) => ({ params: { code, id: supplierToken } }),
    names: true,
  },
  listTokens: {
    ask: () => ({ query: { limit: 1000 } }),
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
  },
  issueMachineToken: {
    ask: ({ organisations, word }) => ({
      body: { label: `${word}ий ключ`, organisation: organisations.regional_body.id, rights: ['packages.read'] },
    }),
    names: true,
    hidden: [400, 404],
  },
  revokeMachineToken: {
    ask: ({ machineToken }) => ({ params: { id: machineToken } }),
    names: true,
  },
  listAudit: {
    ask: () => ({ query: { limit: 1000 } }),
    lists: true,
    // Numbers of the neighbour stand in it as far as people of the own part have tried them.
    foreign: /чужинск/i,
    everythingFinds: false,
  },
  demandSecondFactor: {
    ask: () => ({ params: { role: 'interviewer' }, body: { required: false } }),
    // A role is the same everywhere.
    seenOnly: ({ everything }) => !everything,
  },
}
