import { isSpecial } from '@otklik/model/certification/score'
import { ALL_OBJECT_KINDS, type ObjectKind } from '@otklik/model/certification'
import type { PageCall } from '../../platform/http/index.ts'

type Query = PageCall['query']

/** What stands in a field of the form; empty where it is not filled in, the last one where there are several. */
export function textOf(query: Query, name: string): string {
  const value = query[name]
  return (typeof value === 'string' ? value : value?.at(-1)) ?? ''
}

export const kindOf = (query: Query): ObjectKind =>
  ALL_OBJECT_KINDS.find((kind) => kind === textOf(query, 'kind')) ?? 'service'

export const partsOf = (kind: ObjectKind) =>
  isSpecial(kind)
    ? (['regulation', 'laboratory'] as const)
    : (['regulation', 'reception', 'laboratory', 'monitoring'] as const)

/** Stands in the field of a part whose information was not supplied (Правила, пункт 21). */
export const NOT_SUPPLIED = 'not_supplied'

/**
 * The input of the calculator out of the form. Numbers that are none and fields that are empty are let through as they
 * are: the calculator says what is wrong with them.
 */
export function askedOf(query: Query): object {
  const kind = kindOf(query)
  const given = partsOf(kind).map((part) => [part, textOf(query, part)] as const)
  return {
    kind,
    mass: textOf(query, 'mass') === 'yes',
    ...Object.fromEntries(given.filter(([, value]) => value !== NOT_SUPPLIED && value !== '')),
    not_supplied: given.flatMap(([part, value]) => (value === NOT_SUPPLIED ? [part] : [])),
    issued: textOf(query, 'issued'),
    ...(textOf(query, 'repeated') === 'yes' && { previous: previousOf(query) }),
  }
}

const previousOf = (query: Query) => ({
  level: numberOf(textOf(query, 'level')),
  valid_to: textOf(query, 'valid_to'),
  withdrawn: textOf(query, 'withdrawn') === 'yes',
  road_map_done: textOf(query, 'road_map_done') === 'yes',
  equal_repeats: numberOf(textOf(query, 'equal_repeats') || '0'),
})

const numberOf = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text)
