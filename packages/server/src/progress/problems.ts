import { defineProblem } from '../platform/problems/index.ts'

export const alreadyAcknowledged = defineProblem(
  'alarm_already_acknowledged',
  409,
  'Критическое значение уже принято к сведению',
  (by: string) => `Его принял к сведению ${by}. Обновите страницу.`,
)
export const notAcknowledged = defineProblem(
  'alarm_not_acknowledged',
  409,
  'Критическое значение не принято к сведению',
  () => 'Возвращать нечего: его никто не принимал к сведению. Обновите страницу.',
)
export const personNotThere = defineProblem(
  'case_person_not_there',
  409,
  'Этому сотруднику случай не поручить',
  () => 'Выберите сотрудника Вашей части системы, который может вести критические значения.',
)
export const noteNeedsOneScope = defineProblem(
  'note_needs_one_scope',
  400,
  'Заметка относится к чему-то одному',
  () => 'Укажите услугу, или орган, или ни то ни другое – тогда заметка видна на всех графиках.',
)
export const unknownCut = defineProblem(
  'unknown_cut',
  400,
  'Такого среза нет',
  (word: string, known: string) => `Срез «${word}» неизвестен. Можно указать через запятую: ${known}.`,
)
export const periodTurned = defineProblem(
  'period_turned',
  400,
  'Конец периода раньше начала',
  (from: string, to: string) => `Период с ${from} по ${to}: укажите сначала более ранний месяц.`,
)
