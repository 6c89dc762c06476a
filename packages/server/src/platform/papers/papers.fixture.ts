import type { Block, Table } from './blocks.ts'
import type { PaperRow } from './columns.ts'
import type { Paper } from './paper.ts'

/** What could be taken for markup, a formula or a field somewhere. */
export const NASTY = '=HYPERLINK("http://evil") *жирно* _курсив_ $x^2$ #import <w:t>&amp; {{тег}} \\\\ 😀 → ﬁ\u0007'
export const LONG_NAME =
  'Прием заявлений о зачислении в государственные и муниципальные образовательные организации субъектов Российской Федерации, реализующие программы общего образования'

export const TABLE: Table = {
  kind: 'table',
  title: 'Показатели услуг',
  columns: [
    { key: 'name', title: 'Наименование услуги' },
    { key: 'n', title: 'Подано', type: 'integer' },
    { key: 'share', title: 'Доля отказов, %', type: 'percent' },
    { key: 'interval', title: '95 % интервал', type: 'interval' },
    { key: 'csi', title: 'CSI', type: 'number' },
    { key: 'day', title: 'Сертификат по', type: 'day', none: '–' },
  ],
  rows: [
    { name: LONG_NAME, n: 41_204, share: 12.4444, interval: { low: 11.61, high: 13.2 }, csi: 4.205, day: '2026-11-30' },
    { name: NASTY, n: 999, share: null, interval: null, csi: null, day: null },
    { name: 'Пособие', n: 1000, share: 0, interval: { low: 0, high: 0.38 }, csi: 5, day: '2027-01-01' },
  ],
  total: { name: 'Всего', n: 43_203, share: 11.9 },
  empty: 'Услуг нет.',
}

export const MONTHS = ['янв 26', 'фев', 'март', 'апр', 'май', 'июнь', 'июль', 'авг']

export const CHARTS: readonly Block[] = [
  {
    kind: 'chart',
    title: 'Доля отказов по месяцам',
    form: 'lines',
    along: 'Месяц',
    categories: MONTHS,
    series: [
      {
        name: 'Зачисление в школу',
        values: [8.1, 8.4, 9.2, null, 10.1, 11.8, 12.4, 13.1],
        intervals: [8.1, 8.4, 9.2, null, 10.1, 11.8, 12.4, 13.1].map((value) =>
          value === null ? null : { low: value - 0.8, high: value + 0.9 },
        ),
      },
      { name: 'Отдых и оздоровление', values: [6, 6.2, 5.9, 6.1, 6.4, 6, 6.3, 6.2] },
      { name: 'В среднем', values: [7, 7.1, 7.2, 7.1, 7.5, 7.8, 7.9, 8] },
    ],
    unit: '%',
    empty: 'Решений за период не было.',
  },
  {
    kind: 'chart',
    title: 'Оценки по критериям',
    form: 'bars',
    along: 'Критерий',
    categories: [
      'Время предоставления',
      'Время ожидания в очереди',
      'Вежливость и компетентность сотрудников, взаимодействующих с заявителем',
      'Комфортность условий',
    ],
    series: [
      { name: 'II кв. 2026', values: [4.21, 3.9, 4.8, null] },
      { name: 'I кв. 2026', values: [4.1, 4.05, 4.7, 4.4] },
    ],
    digits: 2,
    unit: 'балл',
    empty: 'Оценок нет.',
  },
]

export const remarks = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) =>
      `Замечание ${at + 1}: на странице https://www.gosuslugi.ru/600123/1/form?from=catalog&step=${at} нет подсказки о том, какие документы нужны, и непонятно, почему отказано.`,
  )

export const HASH = 'a3f1c2d4e5b60718293a4b5c6d7e8f90a3f1c2d4e5b60718293a4b5c6d7e8f90'

/** Every kind of block once. */
export const EVERYTHING: Paper = {
  name: 'Сводка – II квартал 2026',
  author: 'Министерство образования Белгородской области',
  made: '2026-11-30T09:15:00Z',
  hash: HASH,
  mark: 'Для внутриведомственного использования',
  head: {
    organisation: 'Министерство образования Белгородской области',
    approval: ['УТВЕРЖДЕНО', 'протоколом рабочей группы', 'от 30.11.2026 № 12-РГ'],
    title: 'Сводка обратной связи и болевые точки',
    lines: ['№ 12-quarterly/2026', 'II квартал 2026 года'],
  },
  blocks: [
    { kind: 'text', look: 'lead', text: 'Отказывают чаще, чем кварталом раньше: 12,4 % (11,6–13,2).' },
    { kind: 'heading', level: 1, text: '1. Показатели' },
    {
      kind: 'facts',
      rows: [
        ['Услуга', LONG_NAME],
        ['Период', 'апрель – июнь 2026'],
        ['Каналы', [{ text: 'ЕПГУ', bold: true }, ', МФЦ']],
      ],
    },
    {
      kind: 'text',
      text: ['Обычный текст, ', { text: 'жирный', bold: true }, ', ', { text: 'курсив', italic: true }, '. ', NASTY],
    },
    TABLE,
    { kind: 'text', look: 'note', text: 'Примечание. Доли даны с интервалом Уилсона.' },
    { kind: 'heading', level: 2, text: '1.1. Ход' },
    ...CHARTS,
    { kind: 'heading', level: 3, text: 'Замечания' },
    { kind: 'list', ordered: true, items: [{ text: 'Первое', items: ['а', 'б'] }, 'Второе', ...remarks(3)] },
    { kind: 'heading', level: 1, text: '2. Опросы' },
    { kind: 'table', title: 'Опросы', columns: TABLE.columns, rows: [], empty: 'Опрос за период не проводился.' },
    { kind: 'qr', holds: 'https://otklik.example/r/1', caption: 'Пройти опрос' },
    { kind: 'page', orientation: 'landscape' },
    { kind: 'heading', level: 1, text: '3. Широкая таблица' },
    wide(20),
    { kind: 'page', orientation: 'portrait' },
    {
      kind: 'signature',
      lines: [{ position: 'Заместитель министра', name: 'И. О. Фамилия' }, { position: 'Исполнитель' }],
      dated: true,
    },
  ],
}

/** A table under two rows of heads, wider than a page that stands. */
export function wide(rows: number): Table {
  const groups = ['Время предоставления', 'Вежливость', 'Комфортность']
  const counts = groups.flatMap((group, at) =>
    [5, 4, 3, 2, 1].map((score) => ({ key: `c${at}_${score}`, title: String(score), type: 'integer' as const, group })),
  )
  const row = (at: number): PaperRow => ({
    no: at + 1,
    name: at % 5 === 0 ? LONG_NAME : `Услуга ${at + 1}`,
    ...Object.fromEntries(counts.map(({ key }, n) => [key, (at * 7 + n * 13) % 2000])),
    mean: 3 + (at % 20) / 10,
  })
  return {
    kind: 'table',
    title: 'Ответы по критериям',
    columns: [
      { key: 'no', title: '№', type: 'integer' },
      { key: 'name', title: 'Услуга' },
      ...counts,
      { key: 'mean', title: 'Среднее', type: 'number' },
    ],
    rows: Array.from({ length: rows }, (_, at) => row(at)),
    empty: 'Ответов нет.',
  }
}

/** A certificate for a wall. */
export const CERTIFICATE: Paper = {
  name: 'Сертификат',
  author: 'Аналитический центр',
  made: '2026-11-30T09:15:00Z',
  head: { title: 'Сертификат о клиентоцентричности' },
  blocks: [
    {
      kind: 'poster',
      orientation: 'landscape',
      framed: true,
      items: [
        { x: 30, y: 30, width: 237, size: 34, align: 'centre', text: [{ text: 'СЕРТИФИКАТ', bold: true }] },
        { x: 30, y: 60, width: 237, size: 18, align: 'centre', text: LONG_NAME },
        { x: 30, y: 150, width: 30, qr: 'https://otklik.example/c/1' },
      ],
    },
  ],
}
