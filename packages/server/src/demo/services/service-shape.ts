import type { AuthorityCode } from '../places.ts'

export type Channel = 'ЕПГУ' | 'РПГУ' | 'ВИС' | 'ОГВ' | 'МФЦ'
export const CHANNELS: readonly Channel[] = ['ЕПГУ', 'РПГУ', 'ВИС', 'ОГВ', 'МФЦ']

/** Shares of the five channels in the order of CHANNELS. */
export const MIXES = {
  digital: [58, 20, 3, 5, 14],
  mixed: [30, 14, 5, 21, 30],
  office: [12, 5, 6, 52, 25],
  business: [34, 14, 27, 20, 5],
  centre: [22, 5, 0, 6, 67],
  system: [10, 5, 73, 12, 0],
} as const

/** Twelve monthly weights, January first. */
export const SEASONS = {
  even: [9, 10, 10, 10, 9, 10, 9, 9, 10, 11, 10, 10],
  school: [2, 2, 5, 46, 12, 10, 12, 8, 2, 1, 1, 1],
  kindergarten: [7, 8, 11, 14, 16, 13, 9, 11, 9, 6, 5, 4],
  hunting: [3, 4, 10, 22, 6, 4, 14, 34, 26, 12, 5, 3],
  camp: [2, 4, 15, 28, 26, 14, 5, 1, 1, 1, 1, 2],
  winter: [17, 14, 10, 8, 7, 6, 6, 7, 9, 11, 12, 13],
  summer: [4, 5, 8, 11, 14, 14, 13, 12, 9, 7, 4, 4],
  wedding: [5, 6, 7, 9, 9, 15, 16, 16, 11, 7, 6, 7],
  exams: [16, 20, 12, 5, 3, 2, 2, 3, 5, 9, 12, 14],
} as const

export type Crowd = 'parents' | 'adults' | 'seniors'
export type Story = 'refusals' | 'errors' | 'rare' | 'mood'

/** What the generator knows of a service. Only the first block goes out in the `services` file. */
export interface ServiceProfile {
  id: string
  name: string
  authority: AuthorityCode
  /** Code of the one office that does it; null: all of the authority's. */
  office: string | null
  kind: 'услуга' | 'сервис' | 'мера поддержки' | 'контроль' | 'функция'
  termDays: number
  termUnit: 'рабочие' | 'календарные'
  /** Roubles; 0: free of charge. */
  fee: number
  situations: readonly string[]
  variants: readonly string[]

  /** Share of the region's requests, any scale. */
  weight: number
  mix: keyof typeof MIXES
  season: keyof typeof SEASONS
  refusals: number
  pauses: number
  /** Share of electronic requests decided by the machine at once. */
  automatic: number
  /** Two people sign. */
  pair: boolean
  /** Share of legal entities among the applicants. */
  legal: number
  crowd: Crowd
  /** Mnemonics of what is asked from other bodies. */
  asks: readonly string[]
  /** Mean mood of a rating before what happened to the person is taken off. */
  mood: number
  story: Story | null
}

type Core = Pick<ServiceProfile, 'name' | 'authority' | 'kind' | 'weight'>

/** A profile with the usual values filled in; the number is made up, and its leading zeros are part of it. */
export function profile(number: number, core: Core & Partial<ServiceProfile>): ServiceProfile {
  return {
    id: `0099900000${String(number).padStart(4, '0')}`,
    office: null,
    termDays: 10,
    termUnit: 'рабочие',
    fee: 0,
    situations: [],
    variants: [],
    mix: 'mixed',
    season: 'even',
    refusals: 0.08,
    pauses: 0.07,
    automatic: 0,
    pair: false,
    legal: 0,
    crowd: 'adults',
    asks: [],
    mood: 4.75,
    story: null,
    ...core,
  }
}
