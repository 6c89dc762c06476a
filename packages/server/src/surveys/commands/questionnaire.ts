import {
  builtInQuestionnaires,
  type Check,
  checkQuestionnaire,
  findBuiltIn,
  type Questionnaire,
} from '@otklik/model/questionnaires'
import { formatNumber } from '@otklik/model/print'
import { printTable } from '../../cli/terminal/table.ts'
import { oneOf, parse, UsageError } from '../../cli/usage.ts'
import { NoQuestionnaire, questionnaireNamed } from './read-questionnaire.ts'

const formats = ['json', 'table'] as const
const options = { format: { type: 'string' }, previous: { type: 'string' } } as const

/** `otklik questionnaire list | show CODE | check FILE [--previous FILE] [--format json]` */
export async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'list') return list(args)
  if (command === 'show') return show(args)
  if (command === 'check') return check(args)
  throw new UsageError('Напишите otklik questionnaire list, show КОД или check ФАЙЛ.')
}

function list(args: readonly string[]): number {
  const { values } = parse(args, { format: { type: 'string' } })
  const rows = builtInQuestionnaires.map(({ code, version, title, source, draft = false, pages }) => ({
    code,
    version,
    title: title.ru,
    source,
    draft,
    questions: pages.reduce((sum, page) => sum + page.questions.length, 0),
  }))
  if (oneOf('format', values.format, formats, 'table') === 'json') process.stdout.write(`${JSON.stringify(rows)}\n`)
  else
    printTable(
      ['Код', 'Вопросов', 'Название'],
      rows.map((row) => [row.code, String(row.questions), `${row.title ?? ''}${row.draft ? ' (проект)' : ''}`]),
    )
  return 0
}

function show(args: readonly string[]): number {
  const { positionals } = parse(args, {}, true)
  const [code, ...more] = positionals
  if (code === undefined || more.length > 0)
    throw new UsageError('Укажите код одной анкеты: otklik questionnaire show КОД.')
  const found = findBuiltIn(code)
  if (!found) throw new UsageError(`Встроенной анкеты «${code}» нет. Все коды: otklik questionnaire list.`)
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
  return 0
}

/** Status 0: no errors; 1: errors, each named; 2: the file is no questionnaire. */
async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError('Укажите один файл: otklik questionnaire check ФАЙЛ.')
  const asJson = oneOf('format', values.format, formats, 'table') === 'json'
  try {
    const questionnaire = await questionnaireNamed(file)
    const previous = values.previous === undefined ? undefined : await questionnaireNamed(values.previous)
    const found = checkQuestionnaire(questionnaire, { previous })
    process.stdout.write(asJson ? `${JSON.stringify(found)}\n` : checkText(questionnaire, found))
    return found.ok ? 0 : 1
  } catch (error) {
    if (error instanceof NoQuestionnaire && asJson) process.stdout.write(`${JSON.stringify(asCheck(error))}\n`)
    throw error
  }
}

/** What a machine gets of a file that is no questionnaire: the same fields, its faults by their paths. */
const asCheck = ({ faults }: NoQuestionnaire) => ({
  ok: false,
  questions: 0,
  options: 0,
  minutes: { longest: 0, median: 0 },
  problems: faults.map(({ path, message }) => ({ level: 'error', code: 'not_a_questionnaire', at: path, message })),
})

function checkText(
  { code, title }: Questionnaire,
  { ok, questions, options: choices, minutes, problems }: Check,
): string {
  const lines = problems.map(
    ({ level, at, message }) => `${level === 'error' ? 'Ошибка' : 'Замечание'}: ${at}. ${message}`,
  )
  const time = ok
    ? `Время ответа: обычно ${formatNumber(minutes.median, 1)} мин, самый длинный путь ${formatNumber(minutes.longest, 1)} мин.`
    : 'Анкету нельзя опубликовать, пока есть ошибки.'
  return `${[`Анкета ${code}: ${title.ru ?? Object.values(title)[0] ?? ''}`, `Вопросов ${questions}, вариантов ${choices}.`, ...lines, time].join('\n')}\n`
}
