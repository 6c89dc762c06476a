/** What calls that are looked at or exported are about, by their paths; the part in brackets says which one. */
const CALLS = [
  [/^\/api\/packages$/, 'packages'],
  [/^\/api\/packages\/export$/, 'day'],
  [/^\/api\/packages\/calendar$/, 'calendar'],
  [/^\/api\/packages\/(\d+)$/, 'package'],
  [/^\/api\/packages\/(\d+)\/files\/\d+\/set-aside\.csv$/, 'set_aside'],
  [/^\/api\/progress\/requests$/, 'requests'],
  [/^\/api\/progress\/requests\/(.+)$/, 'request'],
  [/^\/api\/progress\/services\/(.+)$/, 'service'],
  [/^\/api\/progress\/indicators$/, 'indicators'],
  [/^\/api\/progress\/ranking$/, 'ranking'],
  [/^\/api\/progress\/alarms$/, 'alarms'],
  [/^\/api\/progress\/respondents$/, 'respondents'],
  [/^\/api\/register\/services$/, 'services'],
  [/^\/api\/register\/authorities$/, 'authorities'],
  [/^\/api\/register\/offices$/, 'offices'],
  [/^\/api\/register\/regions$/, 'regions'],
  [/^\/api\/register\/norms$/, 'norms'],
  [/^\/api\/certification\/objects$/, 'objects'],
  [/^\/api\/certification\/lists\/(\d+)$/, 'list'],
  [/^\/api\/people$/, 'people'],
  [/^\/api\/organisations$/, 'organisations'],
  [/^\/api\/tokens$/, 'tokens'],
  [/^\/api\/audit$/, 'audit'],
] as const

export interface Called {
  readonly thing: (typeof CALLS)[number][1]
  /** Which one of them; null: the list. */
  readonly id: string | null
}

/** What the subject of a look or an export, `GET /api/packages/12`, is about; undefined for every other subject. */
export function calledThing(subject: string): Called | undefined {
  const path = /^GET (\/\S.*)$/s.exec(subject)?.[1]
  if (path === undefined) return undefined
  for (const [pattern, thing] of CALLS) {
    const found = pattern.exec(path)
    if (found) return { thing, id: found[1] ?? null }
  }
  return undefined
}
