/** A stretch of a statement: code, or a literal, quoted name or comment that must be left alone. */
export interface Piece {
  code: boolean
  from: number
  to: number
}

/**
 * Cuts a statement into code and untouchable pieces: '…' and "…" and `…` with backslash and doubled-quote escapes,
 * `-- …`, `# …` is not one for ClickHouse unless followed by a space or `!`, and nested-free block comments.
 */
export function pieces(sql: string): Piece[] {
  const found: Piece[] = []
  let codeFrom = 0
  let at = 0
  while (at < sql.length) {
    const end = untouchableEnd(sql, at)
    if (end === at) {
      at++
      continue
    }
    if (at > codeFrom) found.push({ code: true, from: codeFrom, to: at })
    found.push({ code: false, from: at, to: end })
    at = end
    codeFrom = end
  }
  if (at > codeFrom) found.push({ code: true, from: codeFrom, to: at })
  return found
}

/** The statement with literals, quoted names and comments blanked out, position by position. */
export function blanked(sql: string): string {
  return pieces(sql)
    .map((piece) => (piece.code ? sql.slice(piece.from, piece.to) : ' '.repeat(piece.to - piece.from)))
    .join('')
}

function untouchableEnd(sql: string, at: number): number {
  const char = sql[at]
  if (char === "'" || char === '"' || char === '`') return quotedEnd(sql, at, char)
  if (char === '-' && sql[at + 1] === '-') return lineEnd(sql, at)
  if (char === '#' && (sql[at + 1] === ' ' || sql[at + 1] === '!')) return lineEnd(sql, at)
  if (char === '/' && sql[at + 1] === '*') {
    const close = sql.indexOf('*/', at + 2)
    return close < 0 ? sql.length : close + 2
  }
  return at
}

function lineEnd(sql: string, at: number): number {
  const end = sql.indexOf('\n', at)
  return end < 0 ? sql.length : end
}

function quotedEnd(sql: string, at: number, quote: string): number {
  for (let i = at + 1; i < sql.length; i++) {
    if (sql[i] === '\\') i++
    else if (sql[i] === quote) {
      if (sql[i + 1] !== quote) return i + 1
      i++
    }
  }
  return sql.length
}
