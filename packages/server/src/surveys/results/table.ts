import { prepare, type Questionnaire } from '@otklik/model/questionnaires'
import type { SurveyResults } from '@otklik/model/surveys/api'
import type { Column, TableRow } from '../../platform/http/index.ts'

type Item = SurveyResults['questions'][number]
type Figure = NonNullable<Item['figures'][keyof Item['figures']]>

const FIGURES = {
  mean: 'среднее',
  top2: 'две лучшие оценки, %',
  net: 'лучшие минус худшие, п. п.',
  nps: 'NPS (шкала 1–10)',
  satisfied: 'удовлетворены, %',
} as const satisfies Record<keyof Item['figures'], string>
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
const NAMES = Object.keys(FIGURES) as (keyof typeof FIGURES)[]

export const resultColumns = [
  { key: 'group', title: 'Группа' },
  { key: 'question', title: 'Вопрос' },
  { key: 'text', title: 'Текст вопроса' },
  { key: 'answer', title: 'Ответ' },
  { key: 'label', title: 'Текст ответа или показатель' },
  { key: 'count', title: 'Людей', type: 'integer' },
  { key: 'value', title: 'Значение', type: 'number' },
  { key: 'low', title: 'От', type: 'number' },
  { key: 'high', title: 'До', type: 'number' },
  { key: 'note', title: 'Примечание' },
] as const satisfies readonly Column[]

const NOTES: Readonly<Record<string, string>> = {
  no_data: 'нет ответов',
  little_data: 'мало ответов',
  no_spread: 'все ответы одинаковы',
}

/** Results as rows: of every question its options, then its figures; of all people first, then by group. */
export function resultRows(results: SurveyResults, document: Questionnaire): TableRow[] {
  const { questions, csi, groups = [] } = results
  const labels = labelsOf(document)
  const all = partRows('Все', { questions, csi }, labels)
  return [
    ...all,
    ...groups.flatMap((group) =>
      group.suppressed
        ? [{ group: group.value, label: 'скрыто', note: 'мало людей' }]
        : partRows(group.value, group, labels),
    ),
  ]
}

interface Labels {
  text(question: string): string
  option(question: string, code: string): string
}

function labelsOf(document: Questionnaire): Labels {
  const { items } = prepare(document)
  const [language = 'ru'] = document.languages
  return {
    text: (code) => {
      const item = items.get(code)
      return (item?.row ?? item?.question)?.text[language] ?? ''
    },
    option: (code, option) => items.get(code)?.options.get(option)?.text[language] ?? option,
  }
}

function partRows(
  group: string,
  { questions, csi }: Pick<SurveyResults, 'questions' | 'csi'>,
  labels: Labels,
): TableRow[] {
  const rows = questions.flatMap((item) => itemRows(item, labels))
  const index = csi ? [{ label: 'индекс удовлетворённости (CSI)', ...figureCells(csi) }] : []
  return [...rows, ...index].map((row) => ({ group, ...row }))
}

function itemRows({ code, n, options, figures }: Item, labels: Labels): TableRow[] {
  const question = { question: code, text: labels.text(code) }
  return [
    { ...question, label: 'ответили', count: n.answered, note: `вопрос показан ${n.shown}` },
    ...options.map(({ code: answer, count, share: value, low, high }) => ({
      ...question,
      answer,
      label: labels.option(code, answer),
      count,
      value,
      low,
      high,
    })),
    ...NAMES.flatMap((name) => {
      const figure = figures[name]
      return figure ? [{ ...question, label: FIGURES[name], ...figureCells(figure) }] : []
    }),
  ]
}

const figureCells = ({ n: count, value, low, high, note }: Figure): TableRow => ({
  count,
  value,
  low,
  high,
  note: note ? (NOTES[note] ?? note) : null,
})
