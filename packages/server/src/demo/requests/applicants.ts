import { createHmac } from 'node:crypto'
import { makeRandom, type Random } from '../random.ts'
import type { Crowd, ServiceProfile } from '../services/index.ts'

export interface Applicant {
  kind: 'ФЛ' | 'ЮЛ'
  /** HMAC-SHA256 of a made-up number, hexadecimal. */
  hash: string
  gender: '' | 'М' | 'Ж'
  /** Three digits, empty for a legal entity. */
  age: string
  ogrn: string
}

const AGES: Record<Crowd, { mean: number; deviation: number; least: number; women: number; from: number }> = {
  parents: { mean: 34, deviation: 6, least: 19, women: 0.74, from: 1_000_000_000 },
  adults: { mean: 43, deviation: 12, least: 18, women: 0.52, from: 2_000_000_000 },
  seniors: { mean: 64, deviation: 8, least: 45, women: 0.66, from: 3_000_000_000 },
}

/** A crowd of made-up applicants who come back: the same number gives the same hash, gender and age. */
export function makeApplicants(seed: number, requests: number): (service: ServiceProfile, random: Random) => Applicant {
  const key = `demo-${seed}`
  const people = Math.max(50, Math.round(requests * 0.25))
  const firms = Math.max(20, Math.round(requests * 0.015))
  const known = new Map<number, Applicant>()
  const remember = (number: number, make: () => Applicant) => {
    const applicant = known.get(number) ?? make()
    known.set(number, applicant)
    return applicant
  }
  return (service, random) => {
    if (random.chance(service.legal)) {
      const number = random.below(firms)
      return remember(number, () => firm(key, number))
    }
    const number = AGES[service.crowd].from + random.below(people)
    return remember(number, () => person(key, number, service.crowd))
  }
}

function person(key: string, number: number, crowd: Crowd): Applicant {
  const hash = hashOf(key, number)
  const random = makeRandom(number, hash)
  const { mean, deviation, least, women } = AGES[crowd]
  const age = Math.min(99, Math.max(least, Math.round(mean + deviation * random.normal())))
  return { kind: 'ФЛ', hash, gender: random.chance(women) ? 'Ж' : 'М', age: String(age).padStart(3, '0'), ogrn: '' }
}

function firm(key: string, number: number): Applicant {
  const year = String(5 + (number % 20)).padStart(2, '0')
  const sole = number % 3 === 0
  return {
    kind: 'ЮЛ',
    hash: hashOf(key, number),
    gender: '',
    age: '',
    ogrn: sole ? soleTraderNumber(year, number) : companyNumber(year, number),
  }
}

const hashOf = (key: string, number: number) => createHmac('sha256', key).update(String(number)).digest('hex')

// The fourth and fifth digits are a subject's code in a real number: 00 marks every one of these as made up.
const companyNumber = (year: string, number: number) => checked(`1${year}00${String(number).padStart(7, '0')}`, 11)
const soleTraderNumber = (year: string, number: number) => checked(`3${year}00${String(number).padStart(9, '0')}`, 13)

/** Appends the check digit: the rest of the division by 11 (ОГРН) or 13 (ОГРНИП), its last digit. */
const checked = (digits: string, divisor: number) => digits + ((Number(digits) % divisor) % 10)
