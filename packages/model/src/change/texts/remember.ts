/** As many words as a large body of texts has; past that they are learned anew rather than kept for ever. */
const MOST = 300_000

/** A function of a word that answers a word it has seen from memory. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= MOST) known.clear()
    const value = answer(word)
    known.set(word, value)
    return value
  }
}
