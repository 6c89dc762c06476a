import { once } from 'node:events'
import { connect } from 'node:net'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { guardSlowBodies } from './slow.ts'

test('a body that does not arrive ends its connection, others are let be', async () => {
  const app = fastify()
  guardSlowBodies(app, 100)
  app.post('/', async () => ({}))
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{'
  const slow = connect(Number(port), '127.0.0.1', () => slow.write(head))
  slow.on('error', () => undefined)
  const quick = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(quick.status).toBe(200)
  await once(slow, 'close')
  await app.close()
})
