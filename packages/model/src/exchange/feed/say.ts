import { numberFormat, PAPER } from '../../print/index.ts'
import { findStatus } from '../../statuses/index.ts'
import { kindRules, kinds } from '../columns.ts'
import { DAILY_KINDS } from './counts.ts'
import type { Finding, FindingCode } from './finding.ts'

const { count, percent } = numberFormat(PAPER)
const share = (part: number): string => percent(Math.round(1000 * part) / 10)

/** A finding in words, in Russian. */
export interface SaidFinding {
  /** What was found. */
  readonly message: string
  /** What was to be expected, by the supplier's own past. */
  readonly expected: string
  /** What to do. */
  readonly remedy: string
}

/** Names of the findings, as lists show them. */
export const FINDING_NAMES: Readonly<Record<FindingCode, string>> = {
  no_file: 'Пакета нет',
  empty: 'Пакет пуст',
  old_file: 'Пришёл прежний файл',
  fewer_rows: 'Строк намного меньше обычного',
  kind_missing: 'Нет строк одного вида',
  office_gone: 'Нет одного подразделения',
  status_gone: 'Нет одного статуса',
  dates_stuck: 'Даты событий не двигаются',
  repeats: 'Много повторов',
  unknown_requests: 'Много событий без запросов',
}

const kindTitle = (about = ''): string => {
  const kind = kinds.find((one) => one === about)
  return `«${kind ? kindRules[kind].title : about}»`
}
const statusTitle = (about = ''): string => {
  const name = findStatus(Number(about))?.name
  return name ? `${about} «${name}»` : about
}
const officeTitle = (about = ''): string => (about === '' ? 'без указания подразделения' : `подразделения «${about}»`)

const usualRows = ({ low, high, mean }: Finding): string =>
  low === undefined || high === undefined
    ? `Обычно при таком объёме – около ${count(mean ?? 0)}.`
    : `Ожидалось от ${count(low)} до ${count(high)} строк, скорее всего около ${count(mean ?? 0)}.`
const usualShare = ({ usual = 0 }: Finding): string => `В прошлые дни было не больше ${share(usual)}.`
const part = ({ got, of = 0 }: Finding): string => `${count(got)} из ${count(of)} (${share(of === 0 ? 0 : got / of)})`

const AGAIN = 'Исправленный файл передайте за ту же отчётную дату: повторы строк не сосчитаются дважды.'

const say: Readonly<Record<FindingCode, (finding: Finding) => SaidFinding>> = {
  no_file: (finding) => ({
    message: 'За этот день пакета нет.',
    expected: finding.mean === undefined ? 'Поставщик передаёт пакет каждый такой день.' : usualRows(finding),
    remedy: 'Передайте пакет за этот день. Если передавать нечего, передайте файл с одним заголовком.',
  }),
  empty: (finding) => ({
    message: 'Пакет пришёл, но строк в нём нет.',
    expected: usualRows(finding),
    remedy: `Проверьте, что выгружает исходная система. ${AGAIN} Если запросов в этот день не было, делать ничего не нужно.`,
  }),
  old_file: (finding) => ({
    message:
      finding.of === undefined
        ? 'Файлы этого дня уже приходили раньше, байт в байт: новых строк нет.'
        : `Строки этого дня уже приходили раньше с теми же датами: ${part(finding)}.`,
    expected: 'Ожидались новые строки этого дня.',
    remedy: 'Выгрузите данные за этот день заново и передайте: похоже, отправлен старый файл.',
  }),
  fewer_rows: (finding) => ({
    message: `Файлы ${kindTitle(finding.about)}: строк ${count(finding.got)}.`,
    expected: usualRows(finding),
    remedy: `Сверьте число строк с исходной системой: файл мог оборваться или выгрузиться не целиком. ${AGAIN}`,
  }),
  kind_missing: (finding) => ({
    message: `Файлы ${kindTitle(finding.about)}: ни одной строки.`,
    expected: usualRows(finding),
    remedy: `Проверьте, вошёл ли файл этого вида в пакет и не пуст ли он. ${AGAIN}`,
  }),
  office_gone: (finding) => ({
    message: `Нет ни одного запроса ${officeTitle(finding.about)}.`,
    expected: usualRows(finding),
    remedy: `Узнайте, работало ли подразделение и не изменилось ли его название. ${AGAIN}`,
  }),
  status_gone: (finding) => ({
    message: `Нет ни одного события со статусом ${statusTitle(finding.about)}.`,
    expected: usualRows(finding),
    remedy: `Проверьте, передаёт ли исходная система этот статус и не изменился ли его код. ${AGAIN}`,
  }),
  dates_stuck: (finding) => ({
    message: `События старше обычного: ${part(finding)}.`,
    expected: usualShare(finding),
    remedy: `Проверьте, за какой день выгружены события и верна ли отчётная дата. ${AGAIN}`,
  }),
  repeats: (finding) => ({
    message: `Строки, которые повторяют или заменяют другие: ${part(finding)}.`,
    expected: usualShare(finding),
    remedy:
      'В показателях они учтены один раз. Проверьте, не выгружены ли строки дважды и не пришёл ли прежний период.',
  }),
  unknown_requests: (finding) => ({
    message: `Строки о запросах, которых ещё нет: ${part(finding)}.`,
    expected: usualShare(finding),
    remedy: `Передайте файл ${kindTitle(DAILY_KINDS[0])} с этими запросами. Строки приняты и ждут их.`,
  }),
}

/** What was found, what was to be expected and what to do: sentences in Russian. */
export const sayFinding = (finding: Finding): SaidFinding => say[finding.code](finding)
