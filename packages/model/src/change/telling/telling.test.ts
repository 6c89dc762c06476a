import { expect, test } from 'vitest'
import { dayInWords } from '../../print/index.ts'
import { newsOf } from './index.ts'

test('news name what was said, what was done and when', () => {
  const doneOn = '2026-07-09'
  expect(newsOf({ problems: ['Очередь на приём', 'Не дозвониться.'], text: 'Открыто второе окно', doneOn })).toBe(
    `Вы говорили о том, что мешает людям: «Очередь на приём», «Не дозвониться». Сделано ${dayInWords(doneOn)}: Открыто второе окно.`,
  )
})
