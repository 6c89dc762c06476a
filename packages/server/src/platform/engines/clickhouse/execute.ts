import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Session } from 'chdb'
import { answerDone, answerRows } from './answer.ts'
import type { Feed, Feeds, Running } from './feed.ts'
import { quoteText, substituteParams } from './literals.ts'
import { insertCounted } from './native.ts'
import type { SessionPool } from './pool.ts'
import { readText, type StatementRequest } from './request.ts'
import { type BodyInsert, isInsert, isRead, namedFormat, parseBodyInsert } from './statement.ts'
import { tableStructure } from './structure.ts'

export interface Engine {
  pool: SessionPool
  feeds: Feeds
}

/** Runs one request's statement to its end and answers it. A client that goes away stops its statement. */
export async function execute(engine: Engine, asked: StatementRequest, response: ServerResponse): Promise<void> {
  const mark = `otklik:${randomUUID()}`
  const insert = asked.query === undefined ? undefined : parseBodyInsert(substituteParams(asked.query, asked.params))
  const text = insert ? '' : await statementText(asked)
  await engine.pool.use(asked.state, async (session) => {
    if (response.destroyed) return
    const stop = (): void => {
      if (!response.writableFinished) void engine.pool.kill(mark)
    }
    response.once('close', stop)
    try {
      if (insert) await insertBody(engine, session, insert, mark, asked, response)
      else await runText(session, `/* ${mark} */ ${text}`, text, asked, response)
      // A stopped statement may look like a finished one.
      if (response.destroyed && !response.writableFinished) throw new Error('the client went away')
    } finally {
      response.off('close', stop)
    }
  })
}

/** As ClickHouse does: the text in the URL, then the body. */
async function statementText(asked: StatementRequest): Promise<string> {
  const body = await readText(asked.body)
  if (asked.query === undefined) return substituteParams(body, asked.params)
  const query = substituteParams(asked.query, asked.params)
  return body === '' ? query : `${query}\n${body}`
}

async function runText(session: Session, sql: string, text: string, asked: StatementRequest, response: ServerResponse) {
  if (isInsert(text)) {
    answerDone(response, asked, await insertCounted(session.connection, sql))
    return
  }
  const format = namedFormat(text) ?? asked.defaultFormat ?? 'TabSeparated'
  if (isRead(text)) {
    await answerRows(session, sql, format, asked, response)
    return
  }
  await session.queryAsync(sql, { format })
  answerDone(response, asked, 0)
}

async function insertBody(
  engine: Engine,
  session: Session,
  insert: BodyInsert,
  mark: string,
  asked: StatementRequest,
  response: ServerResponse,
): Promise<void> {
  const structure = insert.kind === 'values' ? quoteText(await tableStructure(session, insert)) : undefined
  const feed = engine.feeds.open(insert.format, asked.feed)
  const sql = insert.from((format, given) => `file(${quoteText(feed.path)}, '${format}', ${given ?? structure})`)
  try {
    const rows = await runFed(
      feed,
      asked,
      () => engine.pool.kill(mark),
      () => insertCounted(session.connection, `/* ${mark} */ ${sql}`),
    )
    answerDone(response, asked, rows)
  } finally {
    feed.release()
  }
}

const NOT_RUNNING: Running = { ended: () => false, end: new Promise(() => {}) }

/** A pipe is fed while the statement runs, a file before it. */
async function runFed(
  feed: Feed,
  asked: StatementRequest,
  cut: () => Promise<void>,
  run: () => Promise<number>,
): Promise<number> {
  if (!feed.live) {
    await feed.deliver(asked.body, NOT_RUNNING, cut)
    return run()
  }
  let ended = false
  const running = run().finally(() => {
    ended = true
  })
  const statement = { ended: () => ended, end: running.catch(() => undefined) }
  const [result, delivery] = await Promise.allSettled([running, feed.deliver(asked.body, statement, cut)])
  if (delivery.status === 'rejected') throw delivery.reason
  if (result.status === 'rejected') throw result.reason
  return result.value
}
