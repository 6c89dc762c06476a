import { ROUTES } from '@otklik/model/routes'
import type { TextKey } from '../shared/i18n/texts.ts'

type CallName<Key> = Key extends `audit.call.${infer Name}` ? Name : never

/** A call that was looked at or whose answer left as a file. */
export interface Called {
  /** The route's name, under which the catalogue has its label. */
  readonly name: CallName<TextKey>
  /** Which one of them; null: there is only one, such as a list. */
  readonly id: string | null
}

const segments = (path: string): number => path.split('/').length

/** Longer paths first, and fixed ones before those with a parameter: `/api/packages/calendar` is not a package. */
const LABELLED = ROUTES.flatMap(({ name, route: { method, path, audit } }) =>
  audit === undefined ? [] : [{ name, path, pattern: patternOf(method, path), subject: audit.subject }],
).toSorted((a, b) => segments(b.path) - segments(a.path) || a.path.split(':').length - b.path.split(':').length)

/** A number at the end may have slashes of its own. */
function patternOf(method: string, path: string): RegExp {
  const parts = path.replaceAll('.', '\\.').replace(/:(\w+)$/, '(?<$1>.+)')
  return new RegExp(`^${method} ${parts.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`, 's')
}

/** What the subject of a look or an export, `GET /api/packages/12`, is about; undefined for every other subject. */
export function calledThing(subject: string): Called | undefined {
  for (const { name, pattern, subject: parameter } of LABELLED) {
    const found = pattern.exec(subject)
    // A test holds the catalogue to the labels of the routes.
    if (found)
      return { name: name as Called['name'], id: parameter === undefined ? null : (found.groups?.[parameter] ?? null) }
  }
  return undefined
}
