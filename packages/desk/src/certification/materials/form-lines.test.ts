import { expect, test } from 'vitest'
import { criteriaFromLines, criteriaLines } from './form-lines.ts'

const SECTION = {
  title: 'Форма',
  criteria: [
    { name: 'Понятный текст', weight: 4, evidence: 'link' as const },
    { name: 'Предзаполнение', weight: 10, evidence: null },
  ],
}

test('what is written as lines is read back', () => {
  expect(criteriaLines(SECTION)).toBe('Понятный текст; 4; ссылка\nПредзаполнение; 10')
  expect(criteriaFromLines(criteriaLines(SECTION))).toEqual({ rows: SECTION.criteria, wrong: null })
  expect(criteriaFromLines('Понятный текст\t4\tСсылка').rows).toEqual([SECTION.criteria[0]])
})
test('a semicolon in a name does not divide it', () => {
  const [criterion] = criteriaFromLines('Понятный; краткий текст\t4\tссылка').rows
  if (criterion === undefined) throw new Error('no criterion')
  expect(criteriaFromLines(criteriaLines({ title: 'Форма', criteria: [criterion] }))).toEqual({
    rows: [{ ...criterion, name: 'Понятный, краткий текст' }],
    wrong: null,
  })
})
test.each(['; 4', 'Текст; 0', 'Текст; 1001', 'Текст; много', 'Текст; 4; фото'])('%s is wrong in its line', (line) =>
  expect(criteriaFromLines(`Верно; 1\n\n${line}`).wrong).toBe(2),
)
