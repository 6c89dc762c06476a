import { readFile, stat } from 'node:fs/promises'
import {
  errorsForAnswers,
  findBuiltIn,
  parseQuestionnaire,
  type Prepared,
  prepare,
  type Questionnaire,
} from '@otklik/model/questionnaires'
import type { FieldError } from '@otklik/model/shapes'
import { requireFile } from '../../cli/paths.ts'
import { UsageError } from '../../cli/usage.ts'

/** The largest file that is looked into. */
const LONGEST = 40 * 2 ** 20

/** A file that is no questionnaire; its sentences name every fault with its path. */
export class NoQuestionnaire extends UsageError {
  readonly faults: readonly FieldError[]

  constructor(file: string, faults: readonly FieldError[]) {
    const lines = faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
    super([`Файл ${file} – не анкета otklik-questionnaire/1.`, ...lines].join('\n'))
    this.faults = faults
  }
}

async function readQuestionnaireFile(file: string): Promise<Questionnaire> {
  await requireFile(file)
  if ((await stat(file)).size > LONGEST)
    throw new NoQuestionnaire(file, [{ path: '', message: 'Файл слишком велик для анкеты.' }])
  const parsed = parseQuestionnaire(await readFile(file, 'utf8'))
  if ('faults' in parsed) throw new NoQuestionnaire(file, parsed.faults)
  return parsed.questionnaire
}

/** A questionnaire by its file or, where there is no such file, the code of a built-in one. */
export async function questionnaireNamed(name: string): Promise<Questionnaire> {
  if (await stat(name).catch(() => undefined)) return readQuestionnaireFile(name)
  const builtIn = findBuiltIn(name)
  if (builtIn) return builtIn
  throw new UsageError(`Нет ни файла, ни встроенной анкеты «${name}». Коды встроенных: otklik questionnaire list.`)
}

/** A questionnaire to judge answers by: without errors that would leave open which of them fit. */
export async function questionnaireFor(name: string): Promise<Prepared> {
  const questionnaire = await questionnaireNamed(name)
  const errors = errorsForAnswers(questionnaire).map(({ at, message }) => `${at}: ${message}`)
  if (errors.length > 0)
    throw new UsageError([`В анкете ${name} ошибки, по ней нельзя проверять ответы:`, ...errors].join('\n'))
  return prepare(questionnaire)
}
