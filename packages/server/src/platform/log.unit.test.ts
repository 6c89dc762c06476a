import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('secrets do not reach the log', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => lines.push(line) })
  log.info(
    {
      password: 'hush',
      user: { token: 'hush', name: 'Анна' },
      req: { headers: { authorization: 'hush', cookie: 'hush' } },
    },
    'вход',
  )
  const [line = ''] = lines
  expect(line).not.toContain('hush')
  expect(JSON.parse(line)).toMatchObject({
    msg: 'вход',
    password: '[скрыто]',
    user: { token: '[скрыто]', name: 'Анна' },
  })
})
