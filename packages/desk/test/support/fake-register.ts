import { type Asked, csv, fields, type Handlers, isFile, type Reply } from './fake-contract.ts'
import * as register from './fixtures/register.ts'

function list<T>(rows: readonly T[], { query, state }: Asked): Reply {
  if (isFile(query)) return csv('register.csv')
  const find = query.find?.toLowerCase() ?? ''
  const found = state.empty ? [] : rows.filter((row) => JSON.stringify(row).toLowerCase().includes(find))
  return { json: { total: found.length, rows: found } }
}

const saved = ({ params, body }: Asked, rows: readonly { id: string }[]): Reply => ({
  json: { ...rows.find(({ id }) => id === params.id?.split(':')[0] || id === params.id), ...fields(body) },
})

export const registerHandlers: Handlers = {
  listServices: (asked) => list(register.registeredServices(), asked),
  saveService: (asked) => saved(asked, register.registeredServices()),
  listAuthorities: (asked) => list(register.authorities(), asked),
  saveAuthority: (asked) => saved(asked, register.authorities()),
  listOffices: (asked) => list(register.offices(), asked),
  saveOffice: (asked) => saved(asked, register.offices()),
  listRegions: (asked) => list(register.regions(), asked),
  saveRegion: (asked) => saved(asked, register.regions()),
  listNorms: (asked) => list(register.norms(), asked),
  saveNorm: (asked) => saved(asked, register.norms()),
  readHistory: ({ state }) => ({ json: { changes: state.empty ? [] : register.changes() } }),
}
