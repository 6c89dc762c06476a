import type { CertificationObject } from '@otklik/model/certification/api'
import { categoryOf, type ObjectKind } from '@otklik/model/certification'
import { type Asked, fields, type Handlers, problem, type Reply } from './fake-contract.ts'
import { finds, pageOf } from './fake-page.ts'

type Described = Pick<CertificationObject, 'name' | 'kind' | 'category' | 'authority' | 'region'>

/** Whether an object or an entry is what a list is asked for. */
export const fits = (one: Described & { readonly number: number }, query: Record<string, string>): boolean =>
  finds(`${one.number} ${one.name}`, query.find) &&
  (query.kind ?? one.kind) === one.kind &&
  (query.category ?? one.category) === one.category &&
  (query.region === undefined || query.region === (one.region ?? 'federal')) &&
  (query.authority ?? one.authority) === one.authority

/** The rows in the asked order. */
export function sorted<T extends { name: string; level: number | null }>(
  rows: readonly T[],
  query: Record<string, string>,
) {
  const by = query.sort === 'level' ? (a: T, b: T) => (a.level ?? 101) - (b.level ?? 101) : undefined
  const byName = query.sort === 'name' ? (a: T, b: T) => a.name.localeCompare(b.name, 'ru') : by
  const found = byName === undefined ? [...rows] : rows.toSorted(byName)
  return query.descending === 'true' ? found.reverse() : found
}

function listed(asked: Asked): Reply {
  const { state, query } = asked
  const found = state.objects.filter(
    (one) =>
      fits({ ...one, number: one.id }, query) &&
      (query.removed === undefined || query.removed === String(one.removed !== null)),
  )
  return pageOf(sorted(found, query), asked)
}

// What comes was checked against the contract by the server that this one stands for.
const given = (body: Buffer) => fields(body) as unknown as Omit<CertificationObject, 'id' | 'category' | 'removed'>

function added({ body, state }: Asked): Reply {
  const sent = given(body)
  const one = { ...sent, id: state.objects.length + 1, version: 1, category: categoryOf(sent.kind), removed: null }
  state.objects.push(one)
  return { status: 201, json: one }
}

function saved({ params, body, state }: Asked): Reply {
  const one = state.objects.find(({ id }) => id === Number(params.id))
  if (one === undefined) return problem(404, 'not_found', 'Такого объекта нет.')
  const { version, ...sent } = given(body)
  if (version !== one.version)
    return problem(
      409,
      'object_changed',
      'Объект сертификации тем временем изменил кто-то ещё. Обновите данные и повторите.',
    )
  return { json: Object.assign(one, sent, { version: version + 1, category: categoryOf(sent.kind) }) }
}

function moved({ params, body, state }: Asked, removes: boolean): Reply {
  const one = state.objects.find(({ id }) => id === Number(params.id))
  if (one === undefined) return problem(404, 'not_found', 'Такого объекта нет.')
  if ((one.removed !== null) === removes)
    return problem(409, 'object_removed', 'Объект уже исключён из проекта перечня: услуга отменена.')
  one.removed = removes ? { reason: String(fields(body).reason), at: '2026-11-22T06:00:00Z' } : null
  one.version++
  return { json: one }
}

function filled({ body, state }: Asked): Reply {
  const { scope } = fields(body)
  const added = scope === 'federal' ? 0 : 3
  for (let index = 0; index < added; index++) {
    const id = state.objects.length + 1
    const kind: ObjectKind = 'service'
    state.objects.push({
      id,
      version: 1,
      name: `Услуга реестра № ${id}`,
      kind,
      category: categoryOf(kind),
      authority: null,
      region: '31',
      service: null,
      address: null,
      level: null,
      validFrom: null,
      validTo: null,
      removed: null,
    })
  }
  return { json: { added } }
}

/** Objects of certification. */
export const objectHandlers: Handlers = {
  listObjects: listed,
  addObject: added,
  saveObject: saved,
  removeObject: (asked) => moved(asked, true),
  restoreObject: (asked) => moved(asked, false),
  fillObjects: filled,
}
