import { Compile } from 'typebox/schema'
import { type FieldError, fieldErrors } from '../../shapes/index.ts'
import { parsePattern } from './pattern.ts'
import { type Rubricator, rubricatorShape, type Topic } from './types.ts'

/** A rubricator, or what is wrong with it: each fault with its path and a Russian sentence. */
export type ReadRubricator = { readonly rubricator: Rubricator } | { readonly faults: readonly FieldError[] }

let compiled: ReturnType<typeof Compile<typeof rubricatorShape>> | undefined

/** Reads a value of JSON as a rubricator. Never throws. */
export function readRubricator(value: unknown): ReadRubricator {
  compiled ??= Compile(rubricatorShape)
  if (!compiled.Check(value)) return { faults: fieldErrors(compiled.Errors(value)[1]) }
  const faults = [
    ...repeatedCodes(value.topics),
    ...value.topics.flatMap(faultsOfTopic(value)),
    ...circles(value.topics),
  ]
  return faults.length > 0 ? { faults } : { rubricator: value }
}

function repeatedCodes(topics: readonly Topic[]): FieldError[] {
  const first = new Map<string, number>()
  return topics.flatMap(({ code }, at) => {
    const before = first.get(code)
    if (before === undefined) first.set(code, at)
    const message = `Код «${code}» уже есть у темы № ${(before ?? 0) + 1}. Дайте этой теме другой код.`
    return before === undefined ? [] : [{ path: `topics.${at}.code`, message }]
  })
}

const faultsOfTopic =
  ({ topics }: Rubricator) =>
  ({ code, words, replaced_by = [] }: Topic, at: number): FieldError[] => [
    ...words.flatMap((word, index) =>
      parsePattern(word) === undefined
        ? [{ path: `topics.${at}.words.${index}`, message: unknownPattern(code, word) }]
        : [],
    ),
    ...replaced_by.flatMap((next, index) => {
      const known = next !== code && topics.some((topic) => topic.code === next)
      const message = `Тема «${code}» заменена темой «${next}», а такой темы нет. Добавьте её или исправьте код.`
      return known ? [] : [{ path: `topics.${at}.replaced_by.${index}`, message }]
    }),
  ]

/** Topics that replaced one another in a circle: none of them would be in use. */
function circles(topics: readonly Topic[]): FieldError[] {
  const next = new Map(topics.map(({ code, replaced_by = [] }) => [code, replaced_by]))
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (next.get(from) ?? []).some((code) => {
      if (code === to) return true
      if (seen.has(code)) return false
      seen.add(code)
      return reaches(code, to, seen)
    })
  return topics.flatMap(({ code }, at) =>
    reaches(code, code, new Set())
      ? [
          {
            path: `topics.${at}.replaced_by`,
            message: `Тема «${code}» по цепочке замен заменяет сама себя. Разорвите круг.`,
          },
        ]
      : [],
  )
}

const unknownPattern = (code: string, word: string): string =>
  `Тема «${code}»: шаблон «${word}» не понят. Пишите слово, начало слова со звёздочкой (очеред*) или несколько через & (заявлен* & заполн*).`

/** Topics that nothing can lead to by itself: they are suggested only once texts are coded with them. */
export const topicsWithoutWords = ({ topics }: Rubricator): Topic[] =>
  topics.filter(({ words, replaced_by = [] }) => words.length === 0 && replaced_by.length === 0)
