import { ROAD_MAP, ROAD_MAP_SECTIONS } from '@otklik/model/certification/procedure'
import { numbersOf } from '@otklik/model/certification/road-map'
import { dayInFigures, dayInWords } from '@otklik/model/print'
import { dayOf } from '@otklik/model/days'
import { type Block, hashOf, type Paper } from '../../platform/papers/index.ts'
import type { RoadMapRow } from './rows.ts'

/** The road map as приложение № 4 has it: eight sections, and the remarks with their control points after them. */
export function roadMapPaper(row: RoadMapRow, at: Date): Paper {
  const { name, authority, content, remarks, state } = row
  const approval = approvalOf(row)
  return {
    name: `Дорожная карта ${row.id}`,
    author: authority ?? 'Уполномоченный орган',
    made: at.toISOString(),
    hash: hashOf({ name, authority, content, remarks, state }),
    ...(approval === null && { mark: 'Проект' }),
    orientation: 'landscape',
    head: {
      ...(authority !== null && { organisation: authority }),
      ...(approval !== null && { approval }),
      title:
        'План-график мероприятий («дорожная карта») по реализации рекомендаций Центра разработок «Государство для людей» Аналитического центра при Правительстве Российской Федерации',
      lines: [`по услуге «${name}»`, `Состояние: ${ROAD_MAP.states[state]}`],
    },
    blocks: [
      ...ROAD_MAP_SECTIONS.flatMap((title, at) => sectionOf(row, title, at + 1)),
      { kind: 'page', orientation: 'landscape' },
      { kind: 'heading', level: 1, text: 'Приложение 1. Замечания Центра разработок «Государство для людей»' },
      remarksTable(row),
      { kind: 'heading', level: 2, text: 'Контрольные точки' },
      pointsTable(row),
    ],
  }
}

/** Who approved it and when; null: it is not, or is being changed since. */
const approvalOf = ({ state, approved_at, approved_by }: RoadMapRow): readonly string[] | null =>
  approved_at !== null && (state === 'approved' || state === 'done')
    ? ['Утверждён', approved_by ?? '', dayInWords(dayOf(approved_at))]
    : null

function sectionOf({ content: { steps } }: RoadMapRow, title: string, section: number): Block[] {
  const numbers = numbersOf(steps)
  const own = steps.flatMap((step, at) => (step.section === section ? [{ ...step, number: numbers[at] ?? '' }] : []))
  if (own.length === 0) return [{ kind: 'heading', level: 2, text: `${section}. ${title} – не требуется` }]
  return [
    { kind: 'heading', level: 2, text: `${section}. ${title}` },
    {
      kind: 'table',
      columns: [
        { key: 'number', title: '№', width: 14 },
        { key: 'name', title: 'Наименование мероприятия' },
        { key: 'result', title: 'Характеристика результата' },
        { key: 'remarks', title: 'Номер замечания', width: 24 },
        { key: 'due', title: 'Дата окончания', width: 26 },
        { key: 'responsible', title: 'Ответственный исполнитель', width: 40 },
        { key: 'related', title: 'Связанные мероприятия', width: 34 },
      ],
      rows: own.map(({ number, name, result, remarks, due, responsible, related }) => ({
        number,
        name,
        result,
        remarks: remarks.join(', '),
        due: due === null ? '' : dayInFigures(due),
        responsible,
        related,
      })),
      empty: 'Не требуется.',
    },
  ]
}

/** Each remark with the result and the last day of the steps that answer it. */
function remarksTable({ remarks, content: { steps } }: RoadMapRow): Block {
  const rows = remarks.map(({ text }, at) => {
    const answering = steps.filter((step) => step.remarks.includes(at + 1))
    const due = answering.flatMap((step) => step.due ?? []).toSorted()
    return {
      number: String(at + 1),
      text,
      result: answering.flatMap(({ result }) => (result === '' ? [] : [result])).join('; '),
      due: due.length === 0 ? '' : dayInFigures(due.at(-1) ?? ''),
    }
  })
  return {
    kind: 'table',
    columns: [
      { key: 'number', title: '№', width: 14 },
      { key: 'text', title: 'Замечание' },
      { key: 'result', title: 'Целевое состояние' },
      { key: 'due', title: 'Срок', width: 26 },
    ],
    rows,
    empty: 'Замечаний в заключении нет.',
  }
}

const pointsTable = ({ content: { points } }: RoadMapRow): Block => ({
  kind: 'table',
  columns: [
    { key: 'point', title: 'Контрольная точка' },
    { key: 'due', title: 'Срок', width: 26 },
  ],
  rows: points.map(({ share, due }) => ({
    point: `Обеспечена реализация ${share === 100 ? '' : 'не менее '}${share} % рекомендаций`,
    due: dayInFigures(due),
  })),
  empty: 'Контрольные точки не назначены.',
})
