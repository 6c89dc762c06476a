import { problem, problems } from '../../platform/problems/index.ts'

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
const GREATEST = 2 ** 31 - 1

/** The id as the database writes it; undefined for what can't be one, so that the database is never asked for it. */
export const asUuid = (id: string): string | undefined => (UUID.test(id) ? id.toLowerCase() : undefined)

/** The same; `not_found` for what can't be one. */
export function uuidOf(id: string): string {
  const uuid = asUuid(id)
  if (uuid === undefined) throw problem(problems.notFound)
  return uuid
}

/** Whether a number of the request can be that of an organisation at all. */
export const isOrganisationId = (id: number): boolean => id > 0 && id <= GREATEST
