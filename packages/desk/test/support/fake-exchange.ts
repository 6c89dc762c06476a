import type { Receipt } from '@otklik/model/exchange/api'
import { type Asked, csv, fields, type Handlers, isFile, problem, type Reply } from './fake-contract.ts'
import { expectedDays, findings, remarks, verdict } from './fixtures/feed.ts'
import { calendar, packageSummary, SUPPLIERS } from './fixtures/packages.ts'

function receiptById({ params, query, state }: Asked): Reply {
  if (isFile(query)) return csv('receipt.csv')
  const receipt = state.receipts.find(({ id }) => id === Number(params.id))
  return receipt ? { json: receipt } : problem(404, 'not_found', 'Такого пакета нет.')
}

function take({ query, state }: Asked): Reply {
  const supplier = SUPPLIERS.find(({ code }) => code === query.supplier) ?? SUPPLIERS[0]
  const receipt: Receipt = {
    ...packageSummary(0),
    id: 201 + state.receipts.length,
    supplier,
    date: query.date ?? '2026-11-21',
    name: query.name ?? 'package.csv',
    state: 'working',
    finishedAt: null,
    totals: { read: 0, accepted: 0, quarantined: 0, dropped: 0 },
    files: [],
    codes: {},
    samples: [],
    failure: null,
  }
  state.receipts = [receipt, ...state.receipts]
  return { status: 202, json: receipt }
}

function packagesIn({ query, state }: Asked): Reply {
  if (isFile(query)) return csv('packages.csv')
  const all = state.empty
    ? []
    : state.receipts.filter(
        (one) =>
          (query.state ?? one.state) === one.state &&
          (query.supplier ?? one.supplier.code) === one.supplier.code &&
          (query.from ?? one.date) <= one.date &&
          one.date <= (query.to ?? one.date),
      )
  const from = Number(query.offset ?? 0)
  return { json: { total: all.length, packages: all.slice(from, from + Number(query.limit ?? 100)) } }
}

function withdrawn({ params, body, state }: Asked): Reply {
  const withdrawal = { at: '2026-11-22T06:10:00Z', reason: String(fields(body).reason) }
  state.receipts = state.receipts.map((one) =>
    one.id === Number(params.id) ? { ...one, state: 'withdrawn', withdrawal } : one,
  )
  const receipt = state.receipts.find(({ id }) => id === Number(params.id))
  return receipt ? { json: receipt, status: 202 } : problem(404, 'not_found', 'Такого пакета нет.')
}

export const exchangeHandlers: Handlers = {
  sendPackage: take,
  checkPackage: ({ query }) => ({ json: verdict(query.name ?? '') }),
  listPackages: packagesIn,
  readCalendar: ({ query, state }) => {
    if (isFile(query)) return csv('calendar.csv')
    return { json: state.empty ? { suppliers: [], cells: [] } : calendar(query.from ?? '', query.to ?? '') }
  },
  listFindings: ({ query, state }) => {
    if (isFile(query)) return csv('findings.csv')
    const all = state.empty
      ? []
      : findings.filter(({ supplier }) => (query.supplier ?? supplier.code) === supplier.code)
    return { json: { total: all.length, findings: all } }
  },
  countCodes: ({ query, state }) =>
    isFile(query) ? csv('remarks.csv') : { json: state.empty ? { weeks: [], remarks: [] } : remarks },
  readExpected: () => ({ json: expectedDays }),
  readReceipt: receiptById,
  withdrawPackage: withdrawn,
  downloadSetAside: () => csv('set-aside.csv'),
  downloadSetAsideBook: () => csv('set-aside.xlsx'),
}
