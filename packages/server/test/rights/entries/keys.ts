import type { Entries } from '../entry.ts'
import { NEIGHBOUR } from '../parts.ts'

export const keyEntries: Entries = {
  listSuppliers: { right: 'suppliers.read', ask: () => ({}), lists: true },
  saveSupplier: {
    right: 'suppliers.manage',
    ask: ({ code, word }) => ({ params: { code }, body: { name: `Поставщик ${word}` } }),
    names: true,
  },
  issueToken: {
    right: 'suppliers.manage',
    ask: ({ code, word }) => ({ params: { code }, body: { label: `${word}ий ключ` } }),
    names: true,
  },
  revokeToken: {
    right: 'suppliers.manage',
    ask: ({ code, supplierToken }) => ({ params: { code, id: supplierToken } }),
    names: true,
  },
  listTokens: {
    right: 'suppliers.read',
    ask: () => ({ query: { limit: 1000 } }),
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
  },
  issueMachineToken: {
    right: 'suppliers.manage',
    ask: ({ organisations, word }) => ({
      body: { label: `${word}ий ключ`, organisation: organisations.regional_body.id, rights: ['packages.read'] },
    }),
    names: true,
    hidden: [400, 404],
  },
  revokeMachineToken: {
    right: 'suppliers.manage',
    ask: ({ machineToken }) => ({ params: { id: machineToken } }),
    names: true,
  },
  listAudit: {
    right: 'audit.read',
    ask: () => ({ query: { limit: 1000 } }),
    lists: true,
    // Numbers of the neighbour stand in it as far as people of the own part have tried them.
    foreign: /чужинск/i,
    everythingFinds: false,
  },
  demandSecondFactor: {
    right: 'people.manage',
    ask: () => ({ params: { role: 'interviewer' }, body: { required: false } }),
    // A role is the same everywhere.
    seenOnly: ({ everything }) => !everything,
  },
}
