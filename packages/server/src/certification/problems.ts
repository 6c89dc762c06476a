import { LIST_EVENTS, LIST_STATES, type ListEvent, type ListGuard, type ListState } from '@otklik/model/certification'
import { defineProblem, type ProblemKind } from '../platform/problems/index.ts'

export const notYours = defineProblem(
  'lists_not_yours',
  403,
  'Перечни ведут не здесь',
  () => 'Перечни объектов сертификации ведут и утверждают для всей системы. Ваша роль действует в её части.',
)
export const objectChanged = defineProblem(
  'object_changed',
  409,
  'Объект тем временем изменён',
  () => 'Объект сертификации тем временем изменил кто-то ещё. Обновите данные и повторите.',
)
export const objectRemoved = defineProblem(
  'object_removed',
  409,
  'Объект уже исключён',
  (reason: string) => `Объект уже исключён из проекта перечня: ${reason}`,
)
export const objectNotRemoved = defineProblem(
  'object_not_removed',
  409,
  'Объект не исключён',
  () => 'Объект и так стоит в проекте Единого перечня.',
)
export const entriesChanged = defineProblem(
  'entries_changed',
  409,
  'Сведения тем временем изменены',
  (names: readonly string[]) =>
    `Ничего не сохранено: кто-то ещё изменил ${names.map((name) => `«${name}»`).join(', ')}. Обновите данные и повторите.`,
)

/** Which edition it is: «Единый перечень, редакция № 2». */
export const titleOf = ({ year, number }: { readonly year: number | null; readonly number: number }): string =>
  `${year === null ? 'Единый перечень' : `Перечень ${year} года`}, редакция № ${number}`

/** An edition that stands in another state than the event needs. `from`: where it leads from; undefined: nowhere. */
export const wrongState = defineProblem(
  'list_state',
  409,
  'Перечень в другом состоянии',
  (title: string, state: ListState, event: ListEvent, from: readonly ListState[] | undefined) =>
    `${title}: ${LIST_STATES[state]}. ${whenPossible(event, from)}`,
)

function whenPossible(event: ListEvent, from: readonly ListState[] | undefined): string {
  const verb = LIST_EVENTS[event].charAt(0).toUpperCase() + LIST_EVENTS[event].slice(1)
  if (from === undefined) return `«${verb}» для него не предусмотрено.`
  if (from.length === 0) return `${verb} можно, пока перечня нет.`
  return `${verb} можно в состоянии ${from.map((state) => `«${LIST_STATES[state]}»`).join(' или ')}.`
}

/** What each guard of the table of states answers with. */
export const guardProblems: Readonly<Record<ListGuard, ProblemKind<[title: string]>>> = {
  four_eyes: defineProblem(
    'list_four_eyes',
    409,
    'Нужен другой человек',
    (title) => `${title}: на утверждение подали вы. Утвердить должен другой человек.`,
  ),
  own_submission: defineProblem(
    'list_not_your_submission',
    409,
    'Отзывает тот, кто подал',
    (title) =>
      `${title}: на утверждение подали не вы. Отозвать может тот, кто подал; рабочая группа может вернуть с замечаниями.`,
  ),
  not_empty: defineProblem(
    'list_empty',
    409,
    'Утверждать нечего',
    (title) => `${title}: в перечень не входит ни один объект.`,
  ),
  one_at_a_time: defineProblem(
    'list_in_the_way',
    409,
    'Есть другая редакция',
    () => 'Другая редакция этого перечня ещё не завершена или составлена позже. Продолжайте с ней.',
  ),
  single_approved: defineProblem(
    'single_list_first',
    409,
    'Единый перечень не утверждён',
    () => 'Перечень отчётного года составляется по утверждённому Единому перечню (пункт 8), а его ещё нет.',
  ),
}

export const certificationNotYours = defineProblem(
  'certification_not_yours',
  403,
  'Сертификацию проводят не здесь',
  () => 'Сертификацию проводит Аналитический центр для всей системы. Ваша роль действует в её части.',
)
/** A step that the table of states refuses; the sentence is the table's own. */
export const stepRefused = defineProblem('certification_step', 409, 'Шаг невозможен', (message: string) => message)
export const notInYear = defineProblem(
  'object_not_in_year',
  409,
  'Объекта нет в перечне',
  (year: number) =>
    `В утверждённом перечне ${year} года этого объекта нет. Сертификацию начинают по перечню (п. 8, 12).`,
)
export const procedureOpen = defineProblem(
  'procedure_open',
  409,
  'Сертификация уже идёт',
  (id: number) => `Сертификация этого объекта уже начата: дело № ${id}. Продолжайте его.`,
)
export const mayNotBegin = defineProblem('repetition_refused', 409, 'Начать пока нельзя', (reason: string) => reason)
export const sheetChanged = defineProblem(
  'sheet_changed',
  409,
  'Лист тем временем изменён',
  () => 'Лист оценки тем временем изменил кто-то ещё. Обновите данные и повторите.',
)
export const alreadyAnswered = defineProblem(
  'request_answered',
  409,
  'Ответ уже представлен',
  () => 'Ответ на этот запрос уже представлен. Дополнить его можно по новому запросу.',
)

export const formDrafted = defineProblem(
  'form_drafted',
  409,
  'Проект бланка уже есть',
  () => 'Проект следующей редакции бланка уже начат. Продолжите его.',
)
export const materialChanged = defineProblem(
  'material_changed',
  409,
  'Запись тем временем изменена',
  () => 'Запись тем временем изменил кто-то ещё. Обновите данные и повторите.',
)
