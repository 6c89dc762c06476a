import type { Alarm } from '@otklik/model/progress/api'
import { expect, test } from 'vitest'
import { renderPaper } from '../../platform/papers/index.ts'
import { seenPages } from '../../platform/papers/pictures.fixture.ts'
import { noticePaper } from './notice.ts'

const GROWTH: Alarm = {
  id: 1,
  figure: 'refusals',
  service: '6000000001',
  serviceName:
    'Прием заявлений о зачислении в государственные и муниципальные образовательные организации субъектов Российской Федерации, реализующие программы общего образования',
  month: '2026-10',
  grade: 'likely',
  sentence:
    'Доля отказов растёт 3 месяца подряд: 4,9; 6,0; 7,5; 9,0 % (июль – октябрь 2026). Рост вероятен: видна тенденция.',
  values: [49, 60, 75, 90].map((numerator, at) => ({
    month: `2026-${String(7 + at).padStart(2, '0')}`,
    numerator,
    denominator: 1000,
    value: numerator / 10,
  })),
  evidence: [
    {
      name: 'Тенденция за месяцы роста',
      value: 'z = 3,80, p < 0,001',
      explanation: 'Критерий Кокрана – Армитеджа, односторонний.',
    },
  ],
  remains: true,
  foundAt: '2026-11-22T09:00:00.000Z',
  acknowledged: null,
}
const FALL: Alarm = {
  ...GROWTH,
  figure: 'csi',
  remains: null,
  values: [
    { month: '2026-10', numerator: 84, denominator: 25, value: 3.36 },
    { month: '2026-10', from: '2026-08', numerator: 250, denominator: 70, value: 3.5714 },
  ],
}
const AUTHORITY = { authority: 'Министерство образования области', region: '31' }
const text = async (alarm: Alarm, service: typeof AUTHORITY | undefined = AUTHORITY) => {
  const pages = await seenPages(await renderPaper(noticePaper(alarm, service), 'pdf'))
  return pages
    .map((page) => page.text)
    .join(' ')
    .replace(/\s+/g, ' ')
}

test('has the four parts of пункт 35, the figures they rest on, and no date of an end', async () => {
  const notice = await text(GROWTH)
  for (const words of [
    'ПРОЕКТ',
    `а) Наименование объекта сертификации ${GROWTH.serviceName} (номер услуги 6000000001)`,
    'б) Наименование уполномоченного органа или организации Министерство образования области',
    'в) Результат постсертификационного мониторинга Доля отказов растёт 3 месяца подряд',
    'Рост три месяца подряд',
    'Степень подтверждения вероятен',
    'С поправкой на число проверок рост значим',
    'июль 2026 4,9 3,7–6,4',
    'октябрь 2026 90 1 000 9,0',
    'Тенденция за месяцы роста z = 3,80, p < 0,001',
    'г) Дата прекращения срока действия сертификата «___» __________________ 20___ г.',
    'выявлено 22.11.2026; уведомление направляется в течение 5 рабочих дней (пункт 34 Правил)',
  ])
    expect(notice).toContain(words)
})

test('of a fall shows the ratings, those of months together apart', async () => {
  const notice = await text(FALL)
  expect(notice).toContain('октябрь 2026 84,00 25 3,36')
  expect(notice).toContain('август – октябрь 2026 250,00 70 3,57')
  expect(notice).not.toContain('Рисунок')
})

test('of a service that the register does not know says so', async () => {
  expect(noticePaper(GROWTH, undefined).blocks).toContainEqual({ kind: 'text', text: 'не указан в реестре' })
})

test('is the same paper after the alarm was acknowledged', () => {
  const acknowledged = { by: 'Анна', at: '2026-11-23T09:00:00.000Z', reason: 'Изменилась форма' }
  expect(noticePaper({ ...GROWTH, acknowledged }, AUTHORITY)).toEqual(noticePaper(GROWTH, AUTHORITY))
})
