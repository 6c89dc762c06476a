import { addMonths } from '@otklik/model/months'
import { makeRandom, type Random } from '../random.ts'
import { DEMO_PROBLEMS, type DemoProblem, type PlaceKey } from './plan.ts'

/** An answer to «С какими проблемами Вы столкнулись?», as a survey would hand it over. */
export interface DemoAnswer {
  readonly key: string
  readonly place: PlaceKey
  readonly channel: string
  readonly day: string
  readonly text: string
  readonly rating: number
}

const MONTHS = 12
const A_MONTH = 42
const CHANNELS = ['ЕПГУ', 'МФЦ', 'Ведомство'] as const
const NOTHING = ['нет', 'Проблем не было', 'Всё устроило', ''] as const

/** Twelve closed months of answers, the same for every seed and day: shares are what the plan says, spread by chance. */
export function demoAnswers(seed: number, lastMonth: string): DemoAnswer[] {
  const random = makeRandom(seed, 'pains')
  const places = [...new Set(DEMO_PROBLEMS.map(({ place }) => place))]
  return places.flatMap((place) =>
    Array.from({ length: MONTHS }, (_, at) => addMonths(lastMonth, at - MONTHS + 1)).flatMap((month, at) =>
      Array.from({ length: A_MONTH }, (__, number) => answer(random, { place, month, at, number })),
    ),
  )
}

interface Asked {
  readonly place: PlaceKey
  readonly month: string
  /** Of the twelve, from 0. */
  readonly at: number
  readonly number: number
}

function answer(random: Random, { place, month, at, number }: Asked): DemoAnswer {
  const named = DEMO_PROBLEMS.filter((problem) => problem.place === place).find((problem) =>
    random.chance(shareIn(problem, at)),
  )
  const day = String(1 + random.below(28)).padStart(2, '0')
  return {
    key: `${place} ${month} ${number}`,
    place,
    channel: random.pick(CHANNELS),
    day: `${month}-${day}`,
    text: named === undefined ? random.pick(NOTHING) : random.pick(named.said),
    rating: named === undefined ? (random.chance(0.88) ? 5 : 4 - random.below(2)) : 1 + random.below(4),
  }
}

const shareIn = ({ share }: DemoProblem, at: number): number =>
  typeof share === 'number' ? share : at < MONTHS / 2 ? share[0] : share[1]
