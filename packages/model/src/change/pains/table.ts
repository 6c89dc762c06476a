import { dayInFigures, formatNumber } from '../../print/index.ts'
import type { PainMap, PainSettings, PainsInput, PlannedMeasure, Prevalence, Priority } from './types.ts'

/** The eight headings of the template, word for word (003, приложение № 2). */
export const TABLE_HEADINGS = [
  '№',
  'Наименование процесса',
  'Выявленные проблемы/потенциальные потребности клиентов',
  'Распространенность проблемы*',
  'Приоритетность решения проблемы/удовлетворенность потребности*',
  'Необходимые к реализации мероприятия',
  'Ответственный',
  'Срок реализации',
] as const

/** Its title, without the word that made it a template. */
export const TABLE_TITLE = 'Результаты анализа поступившей негативной обратной связи от внешних и внутренних клиентов'

const GRADES: Readonly<Record<Prevalence, string>> = {
  high: 'Высокая',
  medium: 'Средняя',
  low: 'Низкая',
  little_data: 'Мало данных',
}
const gradeOf = (priority: Priority | null): string => GRADES[priority ?? 'little_data']

/** What is done about a problem, a line of the table each; a problem without a measure has one that says so. */
export interface TableMeasure {
  readonly text: string
  readonly responsible: string
  readonly due: string
}
export interface TableProblem {
  readonly name: string
  readonly prevalence: string
  readonly priority: string
  readonly measures: readonly TableMeasure[]
}
/** A process with all its problems: one merged cell in the first columns. */
export interface TableProcess {
  readonly number: string
  readonly name: string
  readonly problems: readonly TableProblem[]
}
export interface PainTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly processes: readonly TableProcess[]
  /** What the asterisk means. */
  readonly note: string
}

/** The table of appendix 2: processes in the order of their sharpest problem, problems in theirs. */
export function painTable(input: PainsInput, { rows }: PainMap): PainTable {
  const names = new Map(input.problems.map(({ code, name }) => [code, name]))
  const processes = new Map(input.processes.map(({ id, name }) => [id, name]))
  const measures = Map.groupBy(input.measures, ({ process, problem }) => `${process}\n${problem}`)
  const groups = [...Map.groupBy(rows, ({ process }) => process)]
  return {
    title: TABLE_TITLE,
    headings: TABLE_HEADINGS,
    processes: groups.map(([process, own], at) => ({
      number: `${at + 1}.`,
      name: processes.get(process) ?? process,
      problems: own.map(({ problem, prevalence, priority, term_days }) => ({
        name: names.get(problem) ?? problem,
        prevalence: GRADES[prevalence],
        priority: gradeOf(priority),
        measures: linesOf(measures.get(`${process}\n${problem}`) ?? [], term_days),
      })),
    })),
    note: noteOf(input.settings),
  }
}

function linesOf(measures: readonly PlannedMeasure[], days: number | null): TableMeasure[] {
  const proposed = days === null ? 'не определён' : `${days} дней по приоритетности`
  if (measures.length === 0) return [{ text: 'не определены', responsible: 'не назначен', due: proposed }]
  return measures.map(({ text, responsible, due }) => ({
    text,
    responsible: responsible ?? 'не назначен',
    due: due === null ? proposed : dayInFigures(due),
  }))
}

const share = (value: number): string => `${formatNumber(value, Number.isInteger(value) ? 0 : 1)} %`

/** The thresholds in force: the seeds give none, so that whoever reads the table must see ours. */
function noteOf(settings: PainSettings): string {
  const { high_p, high_low, medium_p, negative_high, negative_medium, min_n, breadth_min, term_days } = settings
  return (
    `* Распространённость по опросу: высокая – проблему назвали не меньше ${share(high_p)} опрошенных или нижняя граница 95-процентного интервала не меньше ${share(high_low)}; ` +
    `средняя – не меньше ${share(medium_p)}; низкая – меньше. Если опрошено меньше ${min_n}, – по отрицательным обращениям и отзывам, когда их не меньше ${min_n}: ` +
    `высокая – от ${share(negative_high)}, средняя – от ${share(negative_medium)}; иначе «Мало данных». ` +
    'Приоритетность – по распространённости, по значимости влияния на удовлетворённость и по тому, затронут ли не один процесс ' +
    `(проблему назвали в каждом не меньше ${breadth_min} раз); угроза безопасности и нарушение закона – всегда высокая. ` +
    `Сроки по приоритетности: ${term_days.high}, ${term_days.medium}, ${term_days.low} дней.`
  )
}

/** Measures of a problem that nobody named in that process: they have no place in the table. */
export const measuresWithoutRow = ({ measures }: PainsInput, { rows }: PainMap): number[] =>
  measures.flatMap((measure, at) =>
    rows.some(({ process, problem }) => process === measure.process && problem === measure.problem) ? [] : [at],
  )
