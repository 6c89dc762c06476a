/** Prints rows in columns for people; numbers (all digits, commas, dashes) stand to the right. */
export function printTable(titles: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = titles.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const numeric = titles.map((_, i) => rows.length > 0 && rows.every((row) => /^[\d\s.,–-]*$/.test(row[i] ?? '')))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (numeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  process.stdout.write(`${[line(titles), rule, ...rows.map(line)].join('\n')}\n`)
}
