import { type Asked, csv, isFile, type Reply } from './fake-contract.ts'

/** One page of rows as lists of the contract answer, or a file of them. */
export function pageOf<T>(rows: readonly T[], { query, state }: Asked): Reply {
  if (isFile(query)) return csv('list.csv')
  const all = state.empty ? [] : rows
  const from = Number(query.offset ?? 0)
  return { json: { total: all.length, rows: all.slice(from, from + Number(query.limit ?? 100)) } }
}

export const finds = (text: string, find: string | undefined): boolean =>
  text.toLowerCase().includes((find ?? '').toLowerCase())
