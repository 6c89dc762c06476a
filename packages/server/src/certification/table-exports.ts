import type { CertificationObject, ListEdition, ListEntry } from '@otklik/model/certification/api'
import { isTypical, OBJECT_KINDS } from '@otklik/model/certification'
import type { Column, TableRow } from '../platform/http/index.ts'
import { titleOf } from './problems.ts'

const yesNo = (value: boolean) => (value ? 'да' : 'нет')
const number = { key: 'number', title: '№', type: 'integer' } as const

/** The objects as a file. */
export const objectsTable = {
  name: 'Объекты сертификации',
  columns: [
    number,
    { key: 'name', title: 'Наименование' },
    { key: 'kind', title: 'Вид' },
    { key: 'category', title: 'Категория' },
    { key: 'typical', title: 'В перечне типовых услуг' },
    { key: 'authority', title: 'Уполномоченный орган' },
    { key: 'region', title: 'Субъект' },
    { key: 'service', title: 'Номер в реестре' },
    { key: 'address', title: 'Адрес интерактивной формы' },
    { key: 'level', title: 'Интегральный уровень, %', type: 'number' },
    { key: 'validFrom', title: 'Сертификат с', type: 'day' },
    { key: 'validTo', title: 'Сертификат по', type: 'day' },
    { key: 'removed', title: 'Исключён: причина' },
  ],
  cells: ({ id, kind, removed, ...row }: CertificationObject): TableRow => ({
    ...row,
    number: id,
    kind: OBJECT_KINDS[kind].name,
    typical: yesNo(isTypical(kind)),
    removed: removed?.reason ?? null,
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }

/** What both lists say of an object (Правила, пункты 7 а–г, 13 а–г). */
const NAMED: readonly Column[] = [
  number,
  { key: 'name', title: 'Наименование объекта сертификации' },
  { key: 'typical', title: 'В перечне типовых услуг' },
  { key: 'category', title: 'Категория' },
  { key: 'authority', title: 'Уполномоченный орган' },
]
/** Пункт 7 д–е. */
const SINGLE: readonly Column[] = [
  ...NAMED,
  { key: 'level', title: 'Интегральный уровень, %', type: 'number' },
  { key: 'validFrom', title: 'Сертификат с', type: 'day' },
  { key: 'validTo', title: 'Сертификат по', type: 'day' },
]
/** Пункт 13 д, and why the others are left out. */
const YEAR: readonly Column[] = [
  ...NAMED,
  { key: 'selfCheck', title: 'Самопроверка' },
  { key: 'admitted', title: 'Включён' },
  { key: 'grounds', title: 'Основание' },
  { key: 'reasons', title: 'Почему не включён' },
  { key: 'mass', title: 'Пункт перечня МСЗУ' },
]

/** An edition as a file. */
export const editionTable = (edition: Pick<ListEdition, 'kind' | 'year' | 'number'>) => ({
  name: titleOf(edition),
  columns: edition.kind === 'single' ? SINGLE : YEAR,
  cells: ({ object, typical, year, ...row }: ListEntry): TableRow => ({
    ...row,
    number: object,
    typical: yesNo(typical),
    ...(year && {
      selfCheck: year.facts.selfCheck,
      admitted: yesNo(year.admission.admitted),
      grounds: sentences(year.admission.grounds),
      reasons: sentences(year.admission.reasons),
      mass: year.facts.mass,
    }),
  }),
})

const sentences = (given: readonly { text: string; point: string }[]): string =>
  given.map(({ text, point }) => `${text.replace(/\.$/, '')} (пункт ${point}).`).join(' ')
