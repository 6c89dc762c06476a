import { lastDayOfTerm } from './days.ts'
import { ADMITTING_LETTERS, type Letter } from './kinds.ts'

/** The interactive form: open to remote study, not on the Internet, or there but closed to remote study. */
export const FORMS = ['open', 'not_online', 'not_remote'] as const
export type Form = (typeof FORMS)[number]
/** What becomes of an object by an act. */
export const ENDINGS = { excluded: 'исключению', closed: 'закрытию', merged: 'объединению' } as const
export type EndingWay = keyof typeof ENDINGS
export const ENDING_YEARS = { this_year: 'в отчётном году', next_year: 'в следующем году' } as const

/** What is known of an object for the list of a year (Правила, пункты 9–11, 14). */
export interface YearFacts {
  /** Null: no self-check has come. */
  readonly selfCheck: Letter | null
  readonly form: Form
  readonly ending: {
    readonly way: EndingWay
    readonly when: keyof typeof ENDING_YEARS
    /** The act that says so. */
    readonly act: string
  } | null
  readonly roadMapFailed: boolean
  /** Whether the contacts of пункт 11 have been given. */
  readonly contacts: boolean
  /** Whether the Analytical Centre can be given access to the form. */
  readonly access: boolean
  /** The item of a list of mass socially significant services (пункт 10 д); null: it stands in none. */
  readonly mass: string | null
  /** Which list that is; absent: the federal one, the only one there was when the oldest facts were kept. */
  readonly massList?: 'federal' | 'regional'
}

export type GroundCode = 'self_check' | 'certificate_ends'
export type ReasonCode =
  | 'no_self_check'
  | 'low_self_check'
  | 'form_not_online'
  | 'form_not_remote'
  | 'ending'
  | 'road_map_failed'
  | 'no_contacts'
  | 'no_access'

/** Why an object is in the list or out of it, with the point that says so. */
export interface Argument<Code extends string> {
  readonly code: Code
  readonly point: string
  readonly text: string
}
export interface Admission {
  readonly admitted: boolean
  /** What would let it in. */
  readonly grounds: readonly Argument<GroundCode>[]
  /** Everything that keeps it out; none exactly when it is admitted. */
  readonly reasons: readonly Argument<ReasonCode>[]
}

export interface Certificate {
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Whether the certificate was given for three years and ends in the year (пункт 9, абзац второй). */
export function endsIn({ validFrom, validTo }: Certificate, year: number): boolean {
  if (validFrom === null || validTo === null) return false
  return validTo >= lastDayOfTerm(validFrom, 3) && validTo.startsWith(`${year}-`)
}

/** Whether an object belongs to the list of a reporting year, with each reason (Правила, пункты 9, 14). */
export function admission(facts: YearFacts, certificate: Certificate, year: number): Admission {
  const grounds = groundsOf(facts, certificate, year)
  const reasons = [...(grounds.length > 0 ? [] : [groundless(facts)]), ...obstaclesOf(facts)]
  return { admitted: reasons.length === 0, grounds, reasons }
}

function groundsOf({ selfCheck }: YearFacts, certificate: Certificate, year: number): Argument<GroundCode>[] {
  const grounds: Argument<GroundCode>[] = []
  if (selfCheck !== null && ADMITTING_LETTERS.includes(selfCheck))
    grounds.push({ code: 'self_check', point: '9', text: `Самопроверка показала «${selfCheck}».` })
  if (endsIn(certificate, year))
    grounds.push({ code: 'certificate_ends', point: '9', text: `Сертификат на 3 года истекает в ${year} году.` })
  return grounds
}

const groundless = ({ selfCheck }: YearFacts): Argument<ReasonCode> =>
  selfCheck === null
    ? { code: 'no_self_check', point: '9', text: 'Листа самопроверки нет.' }
    : { code: 'low_self_check', point: '9', text: `Самопроверка показала «${selfCheck}», нужно не ниже «Б».` }

/** Пункт 14, paragraph by paragraph. */
function obstaclesOf({ form, ending, roadMapFailed, contacts, access }: YearFacts): Argument<ReasonCode>[] {
  const reason = (code: ReasonCode, text: string): Argument<ReasonCode> => ({ code, point: '14', text })
  const found: Argument<ReasonCode>[] = []
  if (form === 'not_online')
    found.push(reason('form_not_online', 'Интерактивная форма не размещена в сети «Интернет».'))
  if (form === 'not_remote')
    found.push(reason('form_not_remote', 'Интерактивная форма не может быть исследована по удалённому доступу.'))
  if (ending !== null)
    found.push(reason('ending', `Подлежит ${ENDINGS[ending.way]} ${ENDING_YEARS[ending.when]}: ${ending.act}.`))
  if (roadMapFailed) found.push(reason('road_map_failed', 'План-график («дорожная карта») доработки не реализован.'))
  if (!contacts) found.push(reason('no_contacts', 'Контактные данные по пункту 11 не предоставлены.'))
  if (!access)
    found.push(reason('no_access', 'Доступ к интерактивной форме не может быть предоставлен Аналитическому центру.'))
  return found
}
