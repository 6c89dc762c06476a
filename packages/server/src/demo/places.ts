/** Authorities, offices and suppliers of the made-up region. All names are fictitious on their face. */
export type AuthorityCode =
  | 'social'
  | 'education'
  | 'nature'
  | 'building'
  | 'zags'
  | 'economy'
  | 'city'
  | 'okrug'
  | 'mfc'

export interface Authority {
  code: AuthorityCode
  name: string
}

export interface Office {
  code: string
  name: string
  authority: AuthorityCode
  /** IANA zone: the region's eastern district lives an hour ahead. */
  zone: string
  /** Share of the authority's work, any scale. */
  weight: number
  /** Typical part of the norm a case takes here, against the region's usual 1. */
  pace: number
  /** Median minutes in the queue. */
  queue: number
}

export interface Supplier {
  code: string
  name: string
}

export const REGION_NAME = 'Демонстрационная область'
const WEST = 'Europe/Moscow'
const EAST = 'Europe/Samara'

export const AUTHORITIES: readonly Authority[] = [
  { code: 'social', name: 'Министерство труда и социальной защиты Демонстрационной области' },
  { code: 'education', name: 'Министерство образования Демонстрационной области' },
  { code: 'nature', name: 'Министерство природных ресурсов и экологии Демонстрационной области' },
  { code: 'building', name: 'Министерство строительства и жилищно-коммунального хозяйства Демонстрационной области' },
  { code: 'zags', name: 'Управление записи актов гражданского состояния Демонстрационной области' },
  { code: 'economy', name: 'Министерство экономического развития и торговли Демонстрационной области' },
  { code: 'city', name: 'Администрация города Примерска Демонстрационной области' },
  { code: 'okrug', name: 'Администрация Заречного муниципального округа Демонстрационной области' },
  { code: 'mfc', name: 'ГБУ «Многофункциональный центр Демонстрационной области»' },
]

type Rest = Partial<Pick<Office, 'pace' | 'queue' | 'zone'>>

const office = (code: string, authority: AuthorityCode, name: string, weight: number, rest: Rest = {}): Office => ({
  code,
  name,
  authority,
  zone: WEST,
  weight,
  pace: 1,
  queue: 7,
  ...rest,
})

export const OFFICES: readonly Office[] = [
  office('social-1', 'social', 'Управление социальной защиты населения по городу Примерску', 5),
  office('social-2', 'social', 'Управление социальной защиты населения по Образцовскому району', 2, { pace: 0.9 }),
  office('social-3', 'social', 'Управление социальной защиты населения по Заречному округу', 1.5, {
    pace: 1.15,
    zone: EAST,
  }),
  office('education-1', 'education', 'Отдел зачисления и аттестации Министерства образования', 4),
  office('education-2', 'education', 'Межрайонный отдел образования в Учебногорске', 2, { pace: 1.1 }),
  office('nature-1', 'nature', 'Отдел разрешительной деятельности Министерства природных ресурсов', 1),
  office('building-1', 'building', 'Отдел государственных услуг Министерства строительства', 2),
  office('building-2', 'building', 'Государственная жилищная инспекция, отдел приёма', 1, { pace: 0.95 }),
  office('zags-1', 'zags', 'Отдел ЗАГС города Примерска', 4, { pace: 0.8 }),
  office('zags-2', 'zags', 'Отдел ЗАГС Типовского района', 1.5, { pace: 0.8 }),
  office('zags-3', 'zags', 'Отдел ЗАГС Заречного округа', 1, { pace: 0.85, zone: EAST }),
  office('economy-1', 'economy', 'Отдел лицензирования и поддержки предпринимательства', 1),
  office('city-1', 'city', 'Управление архитектуры и градостроительства города Примерска', 3, { pace: 1.2 }),
  office('city-2', 'city', 'Управление образования города Примерска', 3),
  office('okrug-1', 'okrug', 'Отдел земельных отношений Заречного округа', 1, { pace: 1.1, zone: EAST }),
  office('mfc-1', 'mfc', 'МФЦ города Примерска, отделение на Центральной площади', 5, { queue: 9 }),
  office('mfc-2', 'mfc', 'МФЦ города Примерска, отделение «Северное»', 4, { queue: 17 }),
  office('mfc-3', 'mfc', 'МФЦ Образцовского района', 2, { queue: 6 }),
  office('mfc-4', 'mfc', 'МФЦ Типовского района', 1.5, { queue: 5 }),
  office('mfc-5', 'mfc', 'МФЦ города Учебногорска', 2),
  office('mfc-6', 'mfc', 'МФЦ Заречного округа', 1.5, { queue: 6, zone: EAST }),
  office('mfc-7', 'mfc', 'МФЦ Заречного округа, офис в посёлке Макетном', 0.6, { queue: 4, zone: EAST }),
]

export const SUPPLIERS = {
  epgu: { code: 'demo-epgu', name: 'Витрина данных порталов услуг (демонстрационная)' },
  rgis: { code: 'demo-rgis', name: 'РГИС услуг Демонстрационной области' },
  mfc: { code: 'demo-mfc', name: 'АИС МФЦ Демонстрационной области' },
  mun: { code: 'demo-mun', name: 'Муниципальная система города Примерска' },
} as const satisfies Record<string, Supplier>

export type SupplierKey = keyof typeof SUPPLIERS

const byAuthority = Map.groupBy(OFFICES, (place) => place.authority)

export const officesOf = (authority: AuthorityCode): readonly Office[] => byAuthority.get(authority) ?? []
export const authorityName = (code: AuthorityCode) =>
  AUTHORITIES.find((authority) => authority.code === code)?.name ?? code
