import type { AuditFault, AuditVerdict, HeadsFaults, NotedHead } from '../platform/audit/index.ts'

const number = (value: number) => value.toLocaleString('ru')

/** What was found, for people: one or two sentences with the number of the record. */
export function verdictText(verdict: AuditVerdict, noted: readonly NotedHead[], isCopy: boolean): string {
  if (!verdict.ok) return `Журнал нарушен. ${faults[verdict.why](verdict.seq, noted, isCopy)}`
  const { rows, head } = verdict
  const whole = `Журнал цел: записей ${number(rows)}. Последняя запись ${head.seq}, её сумма ${head.hash}.`
  if (noted.length > 0) return `${whole}\nСверено отметок: ${number(noted.length)}.`
  return `${whole}\nОтметок не дано: если отрезан конец журнала, без них этого не видно.`
}

const faults: Readonly<Record<AuditFault, (seq: number, noted: readonly NotedHead[], isCopy: boolean) => string>> = {
  entry: (seq) => `Запись ${seq} изменена: её текст не сходится с контрольной суммой.`,
  columns: (seq) => `Запись ${seq} изменена: столбцы таблицы говорят не то, что её текст.`,
  gap: (seq) => `На месте записи ${seq} стоит другая: записи удалены или вставлены.`,
  cut: (seq, noted, isCopy) => {
    const last = noted.findLast((head) => head.seq >= seq)
    const since = last ? `, хотя отметка от ${last.at} называет запись ${last.seq}` : ''
    const copy = isCopy ? ' Или копия снята раньше отметки, или записана не до конца.' : ''
    return `Конец отрезан: записи ${seq} нет${since}.${copy}`
  },
  head: (seq) => `Запись ${seq} не та, что была отмечена: журнал или файл отметок переписан.`,
}

/** What of the file of heads is not as it was written, a line each. */
export function faultsText({ missing, broken, lacking }: HeadsFaults): string {
  const last = lacking.at(-1)
  const says = [
    missing && 'Файла отметок нет: проверить, не переписан ли журнал, не с чем.',
    broken.length > 0 && `Файл отметок повреждён, строки: ${broken.slice(0, 20).join(', ')}.`,
    last &&
      `${missing ? 'В базе есть отметки' : 'В файле отметок нет тех, что есть в базе'}: ${number(lacking.length)}, последняя от ${last.at} о записи ${last.seq}.`,
    last && 'Выяснив причину, допишите их в файл: otklik audit heads.',
  ]
  return says.flatMap((line) => (line ? `${line}\n` : '')).join('')
}
