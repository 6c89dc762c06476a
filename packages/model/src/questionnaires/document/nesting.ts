const quote = 34
const backslash = 92
const opening = new Set([91, 123])
const closing = new Set([93, 125])

/** Whether a text of JSON nests deeper than `most`: to be asked before what works by recursion is let near it. */
export function nestsDeeperThan(text: string, most: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (inString) {
      if (sign === backslash) at++
      else if (sign === quote) inString = false
    } else if (sign === quote) inString = true
    else if (opening.has(sign) && ++depth > most) return true
    else if (closing.has(sign)) depth--
  }
  return false
}
