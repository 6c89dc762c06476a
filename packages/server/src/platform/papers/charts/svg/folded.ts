/** A name in lines of so many letters, parted between words; what is longer than the lines ends with «…». */
export function folded(text: string, letters: number, most: number): string[] {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > letters) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  const cut = lines.map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line))
  if (cut.length <= most) return cut
  const last = (cut[most - 1] ?? '').slice(0, letters - 1).replace(/[\s,.;:…]+$/, '')
  return [...cut.slice(0, most - 1), `${last}…`]
}
