import { formatNumber } from '../../print/index.ts'
import { FLAGS, type PainRow, type PainSettings, type Prevalence, type Priority, type Problem } from './types.ts'

type Figures = Omit<PainRow, 'why' | 'order'>

export const PREVALENCE_WORDS: Readonly<Record<Prevalence, string>> = {
  high: 'высокая',
  medium: 'средняя',
  low: 'низкая',
  little_data: 'мало данных',
}
const PRIORITY_WORDS: Readonly<Record<Priority, string>> = { high: 'высокая', medium: 'средняя', low: 'низкая' }

const share = (value: number | null): string => `${formatNumber(value ?? 0, 1)} %`
const range = (low: number | null, high: number | null): string =>
  `от ${formatNumber(low ?? 0, 1)} до ${formatNumber(high ?? 0, 1)}`

/** The figures of a row as sentences that say where they come from, so that anybody can count them again. */
export function whyOf(row: Figures, problem: Problem, settings: PainSettings, asked: number): string {
  const sentences = [
    prevalenceSentence(row, settings, asked),
    impactSentence(row, settings),
    breadthSentence(row, settings),
    prioritySentence(row, problem),
  ]
  return sentences.join(' ')
}

function prevalenceSentence(row: Figures, settings: PainSettings, asked: number): string {
  const { basis, n, named, p, low, high, prevalence } = row
  const interval = p === null ? '' : ` (${share(p)}, ${range(low, high)} %)`
  if (basis === 'negative')
    return `Названа в ${named} из ${n} отрицательных обращений и отзывов${interval}: распространённость ${PREVALENCE_WORDS[prevalence]}. Опрошено ${asked}: для опроса мало.`
  if (n === 0) return `Опрошенных нет, названа в обращениях и отзывах: ${row.items}. Мало данных.`
  const told = `Названа ${named} из ${n} опрошенных${interval}`
  if (prevalence === 'little_data')
    return `${told}: мало данных, с учётом весов нужно ${settings.min_n} ответов, а есть ${formatNumber(row.n_eff, 1)}.`
  return `${told}: распространённость ${PREVALENCE_WORDS[prevalence]}.`
}

function impactSentence(row: Figures, settings: PainSettings): string {
  const { rated_with, rated_without, csat_with, csat_without, loss, loss_low, loss_high, significant } = row
  if (loss === null)
    return `Влияние на удовлетворённость не посчитано: оценок назвавших ${rated_with}, остальных ${rated_without}, нужно не меньше ${settings.rated_min} тех и других.`
  return (
    `Среди назвавших довольны ${share(csat_with)} (оценок ${rated_with}), среди остальных ${share(csat_without)} (оценок ${rated_without}): ` +
    `потеря ${formatNumber(loss, 1)} пункта (${range(loss_low, loss_high)}), влияние ${significant ? 'значимо' : 'может быть случайным'}.`
  )
}

function breadthSentence({ breadth }: Figures, { breadth_min }: PainSettings): string {
  if (breadth === 0) return `Ни в одном процессе не названа чаще, чем ${breadth_min - 1} раза.`
  return breadth === 1 ? 'Ограничена одним процессом.' : `Распространяется на другие процессы, всего ${breadth}.`
}

function prioritySentence({ priority, term_days }: Figures, { flag }: Problem): string {
  if (priority === null) return 'Приоритетность не определена.'
  const reason = flag === null ? '' : ` – ${FLAGS[flag]}`
  return `Приоритетность ${PRIORITY_WORDS[priority]}${reason}: срок ${term_days} дней.`
}
