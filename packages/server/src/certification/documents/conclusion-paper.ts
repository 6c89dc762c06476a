import { REMARK_KINDS } from '@otklik/model/certification/procedure'
import { dayInWords } from '@otklik/model/print'
import { type Block, hashOf, type Paper } from '../../platform/papers/index.ts'
import { CENTRE, type IssuedDocument, madeOf } from './document.ts'
import type { DocumentData } from './tables.ts'

/** The conclusion with the seven things that the Правила ask for (пункт 24 а–ж). */
export function conclusionPaper(document: IssuedDocument): Paper {
  const { number, dated, data } = document
  return {
    name: `Заключение ${number}`,
    author: CENTRE,
    made: madeOf(document),
    hash: hashOf({ number, dated, data }),
    head: {
      organisation: CENTRE,
      title:
        'Заключение об интегральном уровне соответствия объекта сертификации принципам и стандартам клиентоцентричности',
      lines: [`№ ${number} от ${dayInWords(dated)}`],
    },
    blocks: [
      {
        kind: 'facts',
        rows: [
          ['а) Объект сертификации', data.name],
          ['б) Категория', data.category],
          ['в) Уполномоченный орган или организация', data.authority ?? 'не указан'],
        ],
      },
      { kind: 'heading', level: 1, text: 'г) Результаты оценки' },
      resultsTable(data),
      { kind: 'heading', level: 1, text: 'д) Возможность мониторинга и сбора обратной связи' },
      { kind: 'text', text: monitoringText(data) },
      { kind: 'heading', level: 1, text: 'е) Интегральный уровень' },
      { kind: 'text', look: 'lead', text: `${data.score.level} %` },
      { kind: 'list', items: [...data.score.reasons] },
      { kind: 'heading', level: 1, text: 'ж) Замечания и предложения' },
      ...remarksOf(data),
      { kind: 'signature', lines: [{ position: 'Уполномоченное лицо Аналитического центра', name: data.by }] },
    ],
  }
}

const resultsTable = ({ results, score }: DocumentData): Block => ({
  kind: 'table',
  columns: [
    { key: 'title', title: 'Что оценено' },
    { key: 'result', title: 'Результат' },
    { key: 'points', title: 'Баллы', type: 'number', width: 25 },
  ],
  rows: results.map(({ title, result, points }) => ({ title, result, points: points / 100 })),
  total: { title: 'Сумма баллов', points: results.reduce((sum, { points }) => sum + points, 0) / 100 },
  empty: `Уровень ${score.level} %.`,
})

/** Special kinds have no such part (пункты 36, 41). */
function monitoringText({ results }: DocumentData): string {
  const monitoring = results.find(({ title }) => title.startsWith('Мониторинг'))
  return monitoring === undefined
    ? 'Для объектов этого вида не определяется (п. 36, 41 Правил).'
    : `Мониторинг и сбор обратной связи: ${monitoring.result}.`
}

/** By what they are about, in the order of the point. */
function remarksOf({ remarks }: DocumentData): Block[] {
  if (remarks.length === 0) return [{ kind: 'text', text: 'Замечаний и предложений нет.' }]
  return Object.entries(REMARK_KINDS).flatMap(([kind, title]): Block[] => {
    const items = remarks.filter((remark) => remark.kind === kind).map(({ text }) => text)
    if (items.length === 0) return []
    return [
      { kind: 'heading', level: 2, text: title },
      { kind: 'list', ordered: true, items },
    ]
  })
}
