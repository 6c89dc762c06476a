import { ALL_OBJECT_KINDS, OBJECT_CATEGORIES, type ObjectCategory, type ObjectKind } from '@otklik/model/certification'

const SORTS = ['number', 'name', 'authority', 'region', 'level', 'validTo'] as const
type Sort = (typeof SORTS)[number]

/** What objects and entries are asked for alike, as it stands in the address. */
export interface ObjectsAsked {
  find?: string
  kind?: ObjectKind
  category?: ObjectCategory
  /** Two-digit code, or `federal`; not `region`, which other screens take along and know no such word of. */
  territory?: string
  authority?: string
  /** By number where absent. */
  sort?: Sort
  descending?: 'true'
  offset?: string
}

export interface ObjectsSearch extends ObjectsAsked {
  /** Those that stand in the list where absent. */
  removed?: 'true' | 'any'
}
export interface EditionSearch extends ObjectsAsked {
  admitted?: 'true' | 'false'
}

const NUMBER = /^[1-9]\d{0,8}$/
const TERRITORY = /^(\d{2}|federal)$/

const oneOf = <T extends string>(words: readonly T[], given: unknown): T | undefined =>
  words.find((word) => word === given)

/** What does not fit is left out, so that an old or mistyped link still opens. */
function readAsked(search: Record<string, unknown>): ObjectsAsked {
  const { find, territory, authority, offset } = search
  const kind = oneOf(ALL_OBJECT_KINDS, search.kind)
  const category = oneOf(OBJECT_CATEGORIES, search.category)
  const sort = oneOf(SORTS, search.sort)
  return {
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(category === undefined ? {} : { category }),
    ...(typeof territory === 'string' && TERRITORY.test(territory) ? { territory } : {}),
    ...(typeof authority === 'string' && authority !== '' ? { authority } : {}),
    ...(sort === undefined || sort === 'number' ? {} : { sort }),
    ...(search.descending === 'true' ? { descending: 'true' } : {}),
    ...(typeof offset === 'string' && NUMBER.test(offset) ? { offset } : {}),
  }
}

export function readObjectsSearch(search: Record<string, unknown>): ObjectsSearch {
  const removed = oneOf(['true', 'any'] as const, search.removed)
  return { ...readAsked(search), ...(removed === undefined ? {} : { removed }) }
}

export function readEditionSearch(search: Record<string, unknown>): EditionSearch {
  const admitted = oneOf(['true', 'false'] as const, search.admitted)
  return { ...readAsked(search), ...(admitted === undefined ? {} : { admitted }) }
}

/** The same as the server is asked, but for the page. */
export function askedOf({ find, kind, category, territory, authority, sort, descending }: ObjectsAsked) {
  return {
    find,
    kind,
    category,
    region: territory,
    authority,
    sort,
    descending: descending === undefined ? undefined : true,
  }
}

/** Whether fewer are shown than there are. */
export const isFiltered = ({ find, kind, category, territory, authority }: ObjectsAsked): boolean =>
  [find, kind, category, territory, authority].some((one) => one !== undefined)

export const ON_PAGE = 100

type Order = Pick<ObjectsAsked, 'sort' | 'descending'>

/** Sorting as a table has it, from the address and back to it. */
export const orderOf = (
  { sort, descending }: ObjectsAsked,
  set: (order: { [K in keyof Order]: Order[K] | undefined }) => void,
) => ({
  by: sort ?? 'number',
  descending: descending === 'true',
  change: (by: string | undefined, down: boolean) =>
    set({ sort: undefined, descending: undefined, ...searchOfOrder(by ?? 'number', down) }),
})

export const searchOfOrder = (by: string, descending: boolean): Order => {
  const sort = oneOf(SORTS, by)
  return {
    ...(sort === undefined || sort === 'number' ? {} : { sort }),
    ...(descending ? { descending: 'true' } : {}),
  }
}
