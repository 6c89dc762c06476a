import type { CertificationObject, ObjectFields } from '@otklik/model/certification/api'
import { type AuthorityCode, authorityName } from '../places.ts'

const HOST = 'https://uslugi.demo.example'

/** Сервисы that no file brings: each has its form on the fictitious portal. */
const TOOLS: readonly [name: string, kind: ObjectFields['kind'], authority: AuthorityCode, page: string][] = [
  ['Навигатор по мерам поддержки семей с детьми', 'service_tool', 'social', 'navigator'],
  ['Личный кабинет застройщика', 'service_tool', 'building', 'developer'],
  ['Предварительная запись в МФЦ', 'service_tool', 'mfc', 'appointment'],
  ['Единое окно приёма обращений граждан', 'appeals', 'social', 'appeals'],
  ['Возражения и уведомления по экологическому контролю (надзору)', 'oversight', 'nature', 'objections'],
  ['Сообщения о нарушениях по жилищному контролю (надзору)', 'oversight', 'building', 'violations'],
  ['Заявки сотрудников на повышение квалификации', 'internal', 'education', 'training'],
]

export const demoTools = (region: string): ObjectFields[] =>
  TOOLS.map(([name, kind, authority, page]) => ({
    name,
    kind,
    authority: authorityName(authority),
    region,
    service: null,
    address: `${HOST}/${page}`,
    level: null,
    validFrom: null,
    validTo: null,
  }))

const MUNICIPAL = [authorityName('city'), authorityName('okrug')]
/** Services whose form is not on the Internet yet. */
const OFFLINE = [4, 19]
/** Certificates by the number of the service: of three years that end in the reporting year, and shorter ones. */
const CERTIFICATES: Readonly<Record<number, { level: number; from: string; years: 1 | 3 }>> = {
  1: { level: 80, from: '04-11', years: 3 },
  6: { level: 75, from: '06-02', years: 3 },
  12: { level: 90, from: '09-15', years: 3 },
  3: { level: 55, from: '08-20', years: 1 },
  15: { level: 60, from: '10-06', years: 1 },
}

/** What the Centre knows of a service that the register does not: `at` counts the services from 0. */
export function knownOf(object: CertificationObject, at: number, year: number): ObjectFields & { version: number } {
  const { version, authority, service } = object
  const { name, region } = object
  const typical = authority !== null && MUNICIPAL.includes(authority)
  const address = OFFLINE.includes(at) ? null : `${HOST}/${service}`
  return {
    version,
    name,
    authority,
    region,
    service,
    kind: typical ? 'typical' : 'service',
    address,
    ...certificateOf(at, year),
  }
}

/** The days are those of a term of whole years, the last of which is the reporting one. */
function certificateOf(at: number, year: number): Pick<ObjectFields, 'level' | 'validFrom' | 'validTo'> {
  const found = CERTIFICATES[at]
  if (found === undefined) return { level: null, validFrom: null, validTo: null }
  const { level, from, years } = found
  const last = Number(from.slice(3)) - 1
  const validTo = `${year}-${from.slice(0, 3)}${String(last).padStart(2, '0')}`
  return { level, validFrom: `${year - years}-${from}`, validTo }
}
