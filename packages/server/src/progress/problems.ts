import { defineProblem } from '../platform/problems/index.ts'

export const alreadyAcknowledged = defineProblem(
  'alarm_already_acknowledged',
  409,
  'Критическое значение уже принято к сведению',
  (by: string) => `Его принял к сведению ${by}. Обновите страницу.`,
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
