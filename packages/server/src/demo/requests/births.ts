import type { Applicant } from './applicants.ts'
import { DAY, isoDay } from '../calendar.ts'
import { officesOf, type Office } from '../places.ts'
import type { Random } from '../random.ts'
import { live } from './paths.ts'
import { CHANNELS, type Channel, type ServiceProfile } from '../services/index.ts'
import { onlineSecond, type Trace, type World } from './trace.ts'

/** Chances of the result's channel by the channel of submission, in the order of CHANNELS. */
const RESULT_CHANNELS: Record<Channel, readonly number[]> = {
  ЕПГУ: [78, 0, 0, 6, 16],
  РПГУ: [4, 74, 0, 6, 16],
  ВИС: [0, 0, 86, 14, 0],
  ОГВ: [10, 0, 0, 76, 14],
  МФЦ: [16, 0, 0, 0, 84],
}
const PREFIXES: Record<Channel, string> = { ЕПГУ: 'EP', РПГУ: 'RP', ВИС: 'VS', ОГВ: 'OG', МФЦ: 'MF' }
const TOPICS = [
  'Порядок получения услуги',
  'Перечень необходимых документов',
  'Сроки рассмотрения заявления',
  'Причины отказа и порядок обжалования',
  'Ход рассмотрения заявления',
  'Размер и порядок оплаты пошлины',
  'Подача заявления через портал',
]

export type Applicants = (service: ServiceProfile, random: Random) => Applicant

/** What is known of a request before its life: where and when it begins, the day's running number. */
export interface Birth {
  service: ServiceProfile
  channel: Channel
  day: number
  number: number
}

/** Makes a request with its whole life. */
export function bear(world: World, applicants: Applicants, birth: Birth): Trace {
  const { random } = world
  const { service, channel, day, number } = birth
  const branch = pickOffice(random, officesOf('mfc'))
  const office = channel === 'МФЦ' ? branch : pickOffice(random, workersOf(service))
  const consulted = channel === 'МФЦ' && random.chance(service.authority === 'mfc' ? 0.85 : 0.18)
  const trace: Trace = {
    id: `${PREFIXES[channel]}${isoDay(day).replaceAll('-', '').slice(2)}-${String(number).padStart(5, '0')}`,
    service,
    variant: service.variants.length === 0 ? '' : `${service.id}${1 + random.below(service.variants.length)}`,
    topic: consulted ? random.pick(TOPICS) : '',
    channel,
    resultChannel: CHANNELS[random.weighted(RESULT_CHANNELS[channel])] ?? channel,
    asked: consulted ? [] : service.asks.filter(() => random.chance(0.55)),
    office,
    branch,
    applicant: applicants(service, random),
    events: [],
    submittedAt: null,
    outcome: 'none',
    overdue: false,
    queueMinutes: 0,
  }
  live({ world, trace, now: day * DAY + onlineSecond(random) })
  return trace
}

function pickOffice(random: Random, offices: readonly Office[]): Office {
  const office = offices[random.weighted(offices.map(({ weight }) => weight))]
  if (office === undefined) throw new Error('An authority without offices has a service')
  return office
}

const workersOf = (service: ServiceProfile) =>
  officesOf(service.authority).filter(({ code }) => service.office === null || code === service.office)
