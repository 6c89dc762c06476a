import type { ListEntry, Text } from '@otklik/model/questionnaires'

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

/** Endings of Russian words differ: of a long word its last two letters don't count. */
const stem = (word: string): string => (word.length > 5 ? word.slice(0, -2) : word)

/** Entries in whose text a word begins with each word sought; those that begin with the first of them come first. */
export function search(
  entries: readonly ListEntry[],
  sought: string,
  tell: (text: Text) => string,
): readonly ListEntry[] {
  const words = fold(sought)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const exact = having(entries, words, tell)
  const found = exact.length > 0 ? exact : having(entries, words.map(stem), tell)
  const [first = ''] = words
  const leads = ({ text }: ListEntry): number => (fold(tell(text)).startsWith(first) ? 0 : 1)
  return found.toSorted((a, b) => leads(a) - leads(b))
}

function having(entries: readonly ListEntry[], words: readonly string[], tell: (text: Text) => string): ListEntry[] {
  if (words.length === 0) return []
  return entries.filter(({ text }) => {
    const given = fold(tell(text)).split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => given.some((one) => one.startsWith(word)))
  })
}
