import type { FastifyInstance } from 'fastify'

/** Each part's question: resolves when it can serve, rejects or hangs when not. */
export type ReadyChecks = Readonly<Record<string, () => Promise<unknown>>>

const PATIENCE_MS = 3_000

/** `/health`: the process answers. `/ready`: every part answers in three seconds (503 with the names of those that do not). */
export function serveHealth(app: FastifyInstance, checks: ReadyChecks): void {
  app.get('/health', async () => ({ alive: true }))
  app.get('/ready', async (request, reply) => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const failure = await failureOf(check)
        if (failure !== undefined) request.log.warn({ err: failure, part: name }, 'not ready')
        return [name, failure === undefined] as const
      }),
    )
    const ready = parts.every(([, fine]) => fine)
    return reply.code(ready ? 200 : 503).send({ ready, parts: Object.fromEntries(parts) })
  })
}

async function failureOf(check: () => Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error(`No answer in ${PATIENCE_MS} ms`)), PATIENCE_MS)
  })
  const asked = Promise.resolve()
    .then(check)
    .then(
      () => undefined,
      (error: unknown) => error ?? new Error('The check failed'),
    )
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
