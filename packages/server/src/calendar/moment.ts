import { isDay } from '@otklik/model/days'
import { InputError } from '@otklik/model/inputs'
import { localTimeAt } from '../platform/time/instant.ts'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/
const WITH_OFFSET = /(Z|[+-]\d{2}:?\d{2})$/

/** A local time in the zone: a day stands for its midnight, a time with an offset is shown by the zone's clock. Throws InputError. */
export function readMoment(text: string, zone: string): string {
  if (isDay(text)) return `${text}T00:00:00`
  const [day = '', clock = ''] = text.split(/[T ]/)
  if (isDay(day) && CLOCK.test(clock)) return `${day}T${clock.padEnd(8, ':00')}`
  if (isDay(day) && WITH_OFFSET.test(clock)) return instantIn(text, zone)
  throw wrong(text)
}

function instantIn(text: string, zone: string): string {
  try {
    return localTimeAt(text, zone)
  } catch {
    throw wrong(text)
  }
}

const wrong = (text: string): InputError =>
  new InputError('bad_date', `Нужен день ГГГГ-ММ-ДД или время ГГГГ-ММ-ДДTЧЧ:ММ:СС 2000–2099 годов, а дано «${text}».`)
