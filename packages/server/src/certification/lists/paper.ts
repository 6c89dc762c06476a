import type { ListEdition, ListEntry } from '@otklik/model/certification/api'
import { dayOf } from '@otklik/model/days'
import { dayInFigures, dayInWords } from '@otklik/model/print'
import { type Block, hashOf, type Paper, type PaperColumn, type PaperRow } from '../../platform/papers/index.ts'
import { titleOf } from '../problems.ts'

/** Who keeps the lists (Правила, пункты 2, 5). */
const CENTRE = 'Аналитический центр при Правительстве Российской Федерации'
const NAMES = {
  single: {
    whole: 'Единый перечень государственных услуг, типовых государственных и муниципальных услуг и сервисов',
    part: 'Выписка из Единого перечня государственных услуг, типовых государственных и муниципальных услуг и сервисов',
  },
  year: {
    whole:
      'Перечень государственных и типовых государственных и муниципальных услуг и сервисов, подлежащих сертификации',
    part: 'Выписка из перечня государственных и типовых государственных и муниципальных услуг и сервисов, подлежащих сертификации',
  },
} as const

/** What both lists say first (пункты 7 а, 13 а). */
const FIRST: readonly PaperColumn[] = [
  { key: 'no', title: '№ п/п', type: 'integer', width: 13 },
  { key: 'name', title: 'Наименование объекта сертификации' },
]
/** Пункты 7 в–г, 13 в–г. */
const LAST: readonly PaperColumn[] = [
  { key: 'category', title: 'Категория объекта сертификации (услуга, сервис)' },
  { key: 'authority', title: 'Наименование уполномоченного органа или организации', none: '–' },
]
const OBJECT = 'объекта сертификации в перечне типовых государственных и муниципальных услуг'
const PERIOD = 'Период действия сертификата (при наличии)'

const COLUMNS = {
  /** Пункт 7 а–е. */
  single: (levelsWhole: boolean): readonly PaperColumn[] => [
    ...FIRST,
    { key: 'typical', title: `Сведения о наличии/отсутствии ${OBJECT}` },
    ...LAST,
    {
      key: 'level',
      title:
        'Интегральный уровень соответствия объекта сертификации принципам и стандартам клиентоцентричности (при наличии), %',
      type: 'number',
      digits: levelsWhole ? 0 : 2,
      none: '–',
    },
    { key: 'validFrom', title: 'с', type: 'day', group: PERIOD, none: '–' },
    { key: 'validTo', title: 'по', type: 'day', group: PERIOD, none: '–' },
  ],
  /** Пункт 13 а–д. */
  year: (): readonly PaperColumn[] => [
    ...FIRST,
    { key: 'typical', title: `Сведения о содержании ${OBJECT}` },
    ...LAST,
    {
      key: 'selfCheck',
      title:
        'Показатель уровня соответствия объекта сертификации принципам и стандартам клиентоцентричности («А+», «А», «Б+» и «Б» в буквенном эквиваленте)',
      none: '–',
    },
  ],
} as const
const TYPICAL = {
  single: { yes: 'наличие', no: 'отсутствие' },
  year: { yes: 'содержится', no: 'не содержится' },
} as const

/**
 * An edition as the paper that is approved and sent: what the points of the Правила ask for, of the objects that are in
 * the list. `whole`: all of them, not the part that the reader sees.
 */
export function listPaper(edition: ListEdition, entries: readonly ListEntry[], whole: boolean): Paper {
  const { kind, year, number, approved } = edition
  const made = lastActOf(edition)
  const title = NAMES[kind][whole ? 'whole' : 'part']
  return {
    name: titleOf(edition),
    author: CENTRE,
    made,
    hash: hashOf({ kind, year, number, approved, entries }),
    ...(approved === null && { mark: 'Проект' }),
    orientation: 'landscape',
    head: {
      ...(approved !== null && { approval: approvalOf(approved) }),
      title: year === null ? title : `${title} в ${year} году`,
      lines: [`Редакция № ${number} от ${dayInWords(dayOf(new Date(made)))}`],
    },
    blocks: blocksOf(kind, entries),
  }
}

const approvalOf = ({ protocolNumber, protocolDate }: NonNullable<ListEdition['approved']>): string[] => [
  'УТВЕРЖДЁН',
  'Межведомственной рабочей группой по внедрению клиентоцентричности в государственное управление',
  `(протокол от ${dayInFigures(protocolDate)} № ${protocolNumber})`,
]

/** When the edition became what it is. */
function lastActOf({ created, published, submitted, approved, returned, withdrawn }: ListEdition): string {
  const acts = [created, published, submitted, approved, returned, withdrawn].flatMap((act) => act?.at ?? [])
  return acts.toSorted().at(-1) ?? created.at
}

function blocksOf(kind: ListEdition['kind'], entries: readonly ListEntry[]): Block[] {
  const levelsWhole = entries.every(({ level }) => level === null || Number.isInteger(level))
  const rows = entries.map((entry, at) => rowOf(kind, entry, at))
  const unlettered = kind === 'year' && rows.some(({ selfCheck }) => selfCheck === null)
  return [
    { kind: 'table', columns: COLUMNS[kind](levelsWhole), rows, empty: 'В перечне нет ни одного объекта.' },
    ...(unlettered ? [NOTE] : []),
  ]
}

const NOTE: Block = {
  kind: 'text',
  look: 'note',
  text: '– Лист самопроверки не представлен: объект включён как получивший сертификат на 3 года, срок которого истекает в отчётном году (абзац второй пункта 9 Правил).',
}

const rowOf = (kind: ListEdition['kind'], entry: ListEntry, at: number): PaperRow => ({
  no: at + 1,
  name: entry.name,
  typical: TYPICAL[kind][entry.typical ? 'yes' : 'no'],
  category: entry.category,
  authority: entry.authority,
  level: entry.level,
  validFrom: entry.validFrom,
  validTo: entry.validTo,
  selfCheck: entry.year?.facts.selfCheck ?? null,
})
