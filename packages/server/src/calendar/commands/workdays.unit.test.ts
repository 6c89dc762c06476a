import { expect, test } from 'vitest'
import { run } from './workdays.ts'

test.each<[string[], string]>([
  [[], 'Напишите otklik workdays'],
  [['2026-05-01'], 'Напишите otklik workdays'],
  [['2026-05-01', '--year', '2026'], 'Напишите otklik workdays'],
  [['2026-05-01', '2026-05-02', '--add', '1'], 'Напишите otklik workdays'],
  [['2026-05-02', '2026-05-01'], 'раньше начала'],
  [['2026-02-30', '2026-05-01'], 'дано «2026-02-30»'],
  [['2026-05-01T25:00', '2026-05-02'], '2026-05-01T25:00'],
  [['2026-05-01', '--add', '-1'], 'add'],
  [['2026-05-01', '--add', '1.5'], 'Параметр --add'],
  [['2026-05-01', '--add', '1', '--unit', 'weeks'], 'нужно одно из working, calendar'],
  [['2026-05-01', '2026-05-02', '--zone', 'Moscow'], 'нет часового пояса «Moscow»'],
  [['--year', '26'], 'Параметр --year'],
  [['--load', '/nowhere.json'], 'Нет такого файла'],
])('wrong usage: %j', async (args, words) => {
  const told = await run(args).catch((error: unknown) => error)
  expect(told).toBeInstanceOf(Error)
  expect(told).toMatchObject({ message: expect.stringContaining(words) })
})
