import { badField } from '../../platform/problems/index.ts'
import type { ObjectFields } from '@otklik/model/certification/api'
import { categoryOf, lastDayOfTerm } from '@otklik/model/certification'
import { dayInFigures } from '@otklik/model/print'
import { tidy, tidyOrNull } from '../../platform/text.ts'

/** Below it there is a conclusion and no certificate (Правила, пункты 22, 23). */
const LEAST_LEVEL = 40
const LONGEST_YEARS = 3

/** An object as typed in the desk, made fit to be kept; refuses what the single list could not show (пункты 6, 7). */
export function checkedObject(body: ObjectFields): ObjectFields {
  const fields: ObjectFields = {
    ...body,
    name: tidy(body.name),
    authority: tidyOrNull(body.authority),
    region: tidyOrNull(body.region),
    service: tidyOrNull(body.service),
    address: tidyOrNull(body.address),
  }
  if (fields.name === '') throw badField('name', 'Напишите наименование.')
  requireAddress(fields)
  requireCertificate(fields)
  return fields
}

function requireAddress({ kind, address }: ObjectFields): void {
  if (address === null && categoryOf(kind) === 'сервис')
    throw badField('address', 'Напишите адрес интерактивной формы: у сервиса он обязателен (пункт 6).')
  if (address !== null && !isWebAddress(address))
    throw badField('address', 'Напишите адрес целиком, например https://www.gosuslugi.ru/600123/1.')
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

function requireCertificate({ level, validFrom, validTo }: ObjectFields): void {
  if (level !== null && Math.round(level * 100) / 100 !== level)
    throw badField('level', 'Не больше двух знаков после запятой.')
  // A level alone is what a conclusion says, or a certificate that has ended.
  if (validFrom === null && validTo === null) return
  if (level === null) throw badField('level', 'У сертификата есть уровень: напишите его в процентах.')
  if (validFrom === null) throw badField('validFrom', 'Напишите день, с которого действует сертификат.')
  if (validTo === null) throw badField('validTo', 'Напишите последний день действия сертификата.')
  if (level < LEAST_LEVEL)
    throw badField('level', `Сертификат выдают при уровне не ниже ${LEAST_LEVEL} %. Без сертификата дни не указывают.`)
  if (validTo < validFrom) throw badField('validTo', 'Сертификат не может закончиться раньше, чем начался.')
  const last = lastDayOfTerm(validFrom, LONGEST_YEARS)
  if (validTo > last) throw badField('validTo', `Сертификат действует не дольше 3 лет: по ${dayInFigures(last)}.`)
}
