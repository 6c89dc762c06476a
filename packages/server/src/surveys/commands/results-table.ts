import type { Prepared } from '@otklik/model/questionnaires'
import type {
  Figures,
  GroupResult,
  ItemResult,
  MeanFigure,
  Results,
  WeightReport,
} from '@otklik/model/questionnaires/results'
import { formatNumber } from '@otklik/model/print'
import { printTable } from '../../cli/terminal/table.ts'

const FIGURES: readonly (readonly [keyof Figures, title: string, decimals: number])[] = [
  ['mean', 'среднее', 2],
  ['top2', 'две лучшие оценки, %', 1],
  ['net', 'лучшие минус худшие, п. п.', 1],
  ['nps', 'NPS (шкала 1–10)', 1],
  ['satisfied', 'удовлетворены, %', 1],
]
const LONGEST = 50
const TITLES = ['Вопрос', 'Ответ', 'Людей', 'Значение', 'От', 'До']
const NOTHING = '–'

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
const number = (value: number | null | undefined, decimals = 1): string =>
  value === null || value === undefined ? NOTHING : formatNumber(value, decimals)

const REFUSALS: Readonly<Record<NonNullable<WeightReport['refused']>, string>> = {
  unknown_category: 'среди ответов есть такие, которых нет в целевых долях',
  empty_category: 'для одной из целевых долей нет ответов, или она не больше нуля',
  few_answers: 'ответов слишком мало',
  not_settled: 'веса не сходятся к целевым долям',
  deff: 'веса слишком неравны (эффект дизайна)',
}

/** Why results are not weighted, in a sentence. */
export const refusalText = (refused: NonNullable<WeightReport['refused']>): string =>
  `Веса не применены: ${REFUSALS[refused]}. Итоги – без них.`

/** Results for people at a terminal: every question with its options and figures, then the groups. */
export function printResults(form: Prepared, { n, questions, csi, groups = [], by, without }: Results): void {
  process.stdout.write(
    `Прочитано ${n.read}, учтено ${n.used}. Не учтено: с ошибками ${n.invalid}, не до конца ${n.partial}, отсеяно ${n.screened}, исключено ${n.excluded}.\n\n`,
  )
  const index = csi ? [indexRow(csi)] : []
  printTable(TITLES, [...questions.flatMap((item) => itemRows(form, item)), ...index])
  if (groups.length === 0) return
  process.stdout.write(`\nПо «${by}» (без значения: ${without})\n\n`)
  printTable(['Группа', ...TITLES, 'Разница'], groups.flatMap(groupRows))
}

const indexRow = ({ n, value, low, high }: MeanFigure): string[] => [
  'CSI',
  'индекс удовлетворённости',
  String(n),
  ...[value, low, high].map((limit) => number(limit, 2)),
]

function itemRows(form: Prepared, item: ItemResult): string[][] {
  const { code, options, figures, n } = item
  const counted = form.items.get(code)
  const [language = 'ru'] = form.questionnaire.languages
  const title = (counted?.row ?? counted?.question)?.text[language] ?? ''
  const answers = options.map(({ code: option, count, share, low, high }) => {
    const text = counted?.options.get(option)?.text[language] ?? option
    return ['', shortened(text), String(count), number(share), number(low), number(high)]
  })
  return [
    [code, shortened(title), `${n.answered} из ${n.shown}`, '', '', ''],
    ...answers,
    ...figureRows(figures).map((row) => ['', ...row.slice(0, 5)]),
  ]
}

/** Title, n, value, low, high, difference. */
const figureRows = (figures: Figures): string[][] =>
  FIGURES.flatMap(([name, title, decimals]) => {
    const figure = figures[name]
    if (!figure) return []
    const difference = 'difference' in figure ? figure.difference : undefined
    const apart = difference ? `${number(difference.value)} (${number(difference.low)}…${number(difference.high)})` : ''
    const limits = [figure.value, figure.low, figure.high].map((value) => number(value, decimals))
    return [[title, String(figure.n), ...limits, apart]]
  })

function groupRows({ value, n, suppressed, questions, csi }: GroupResult): string[][] {
  if (suppressed) return [[value, '', 'мало людей, скрыто', NOTHING, '', '', '', '']]
  const rows = questions.flatMap(({ code, figures }) => figureRows(figures).map((row) => ['', code, ...row]))
  const index = csi ? [['', ...indexRow(csi), '']] : []
  return [[value, '', '', String(n), '', '', '', ''], ...rows, ...index]
}
