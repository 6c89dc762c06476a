import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Session } from 'chdb'
import { describeFailure } from './failure.ts'
import type { StatementRequest } from './request.ts'

/** Formats whose blocks follow one another with nothing around them: only these can be sent block by block. */
const BLOCKWISE =
  /^(JSONEachRow|JSONCompactEachRow|JSONStringsEachRow|CSV|TSV|TabSeparated|TSVRaw|TabSeparatedRaw|RowBinary|LineAsString|Native)$/

/** Runs a reading statement and sends its result, block by block where the format allows. */
export async function answerRows(
  session: Session,
  sql: string,
  format: string,
  asked: StatementRequest,
  response: ServerResponse,
) {
  if (asked.whole || !BLOCKWISE.test(format)) {
    const result = await session.queryAsync(sql, { format })
    await send(response, asked, format, [result.bytes()], { read_rows: result.rowsRead, read_bytes: result.bytesRead })
    return
  }
  const blocks = session.queryStream(sql, { format })[Symbol.asyncIterator]()
  const first = await blocks.next()
  await send(response, asked, format, rest(first, blocks), {})
}

async function* rest<T extends { raw(): Uint8Array }>(
  first: IteratorResult<T>,
  blocks: AsyncIterator<T>,
): AsyncIterable<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await blocks.next()) yield next.value.raw()
  } finally {
    await blocks.return?.()
  }
}

async function send(
  response: ServerResponse,
  asked: StatementRequest,
  format: string,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  summary: Record<string, number>,
): Promise<void> {
  writeHead(response, asked, summary)
  response.setHeader('X-ClickHouse-Format', format)
  response.setHeader('Content-Type', contentType(format))
  if (!asked.compress) return pipeline(parts, response)
  response.setHeader('Content-Encoding', 'gzip')
  return pipeline(parts, createGzip({ level: 1 }), response)
}

function contentType(format: string): string {
  if (format.startsWith('JSON')) return 'application/json; charset=UTF-8'
  if (format.startsWith('CSV')) return 'text/csv; charset=UTF-8; header=absent'
  return 'text/tab-separated-values; charset=UTF-8'
}

/** An answer without rows. */
export function answerDone(response: ServerResponse, asked: StatementRequest, writtenRows: number): void {
  writeHead(response, asked, { written_rows: writtenRows, result_rows: writtenRows })
  response.end()
}

function writeHead(response: ServerResponse, asked: StatementRequest, summary: Record<string, number>): void {
  const counts = { read_rows: 0, read_bytes: 0, written_rows: 0, written_bytes: 0, result_rows: 0, ...summary }
  const texts = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, String(value)]))
  response.statusCode = 200
  response.setHeader('X-ClickHouse-Summary', JSON.stringify(texts))
  if (asked.queryId) response.setHeader('X-ClickHouse-Query-Id', asked.queryId)
}

/** An error in ClickHouse's form; in the middle of a result the connection is cut, so that nobody takes it for whole. */
export function answerFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const { status, code, body } = describeFailure(error)
  response.writeHead(status, {
    'X-ClickHouse-Exception-Code': String(code),
    'Content-Type': 'text/plain; charset=UTF-8',
  })
  response.end(`${body}\n`)
}
