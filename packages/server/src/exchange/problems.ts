import { dayInFigures } from '@otklik/model/print'
import { defineProblem } from '../platform/problems/index.ts'

export const supplierMissing = defineProblem(
  'supplier_missing',
  400,
  'Не указан поставщик',
  () => 'Укажите код поставщика в параметре supplier.',
)

/** The desk refuses it in its form; figures of a day that has not come would stand in its month. */
export const futureDate = defineProblem(
  'future_date',
  422,
  'Отчётная дата ещё не наступила',
  (date: string, today: string) =>
    `Отчётная дата – ${dayInFigures(date)}, а сегодня ${dayInFigures(today)} по московскому времени. Укажите в параметре date день, за который передаются данные.`,
)

export const checksBusy = defineProblem(
  'checks_busy',
  503,
  'Проверка занята',
  () => 'Своей очереди ждут уже десять проверок. Повторите через минуту или проверьте пакет командой otklik check.',
)
