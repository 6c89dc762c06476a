import { type ControlPoint, ROAD_MAP_SECTIONS, type RemarkKind, type RoadMapAbout } from '../procedure/index.ts'

/** A step was done, and what shows it. */
export interface StepDone {
  readonly day: string
  readonly evidence: string
}
/** A step of the road map (приложение № 4). */
export interface RoadMapStep {
  /** 1, 2, … of `ROAD_MAP_SECTIONS`. */
  readonly section: number
  readonly name: string
  /** What is there when it is done. */
  readonly result: string
  /** Numbers of the remarks of the conclusion that it answers, from 1. */
  readonly remarks: readonly number[]
  /** Its last day; null: not set yet. */
  readonly due: string | null
  readonly responsible: string
  /** Steps that hang together with it, in words. */
  readonly related: string
  readonly done: StepDone | null
}
export interface RoadMapContent {
  readonly steps: readonly RoadMapStep[]
  readonly points: readonly ControlPoint[]
}

/** The section that a remark is answered in unless somebody moves it: acts, or the information system. */
const SECTION_OF = (kind: RemarkKind): number => (kind === 'regulation' ? 1 : 3)
const LAST_SECTION = ROAD_MAP_SECTIONS.length

const emptyStep = { remarks: [], due: null, responsible: '', related: '', done: null } as const

/** The step that every road map ends with (приложение № 4, раздел 8). */
const CERTIFICATION_STEP: RoadMapStep = {
  ...emptyStep,
  section: LAST_SECTION,
  name: 'Направление на сертификацию услуги в Лабораторию пользовательского тестирования',
  result: 'Письмо в Аналитический центр о направлении на сертификацию',
}

/** A draft out of the remarks of a conclusion: a step for each, and the one that sends the object to be certified again. */
export const draftOf = (remarks: readonly { readonly kind: RemarkKind; readonly text: string }[]): RoadMapContent => ({
  steps: [
    ...remarks.map(({ kind, text }, at) => ({
      ...emptyStep,
      section: SECTION_OF(kind),
      name: text,
      result: '',
      remarks: [at + 1],
    })),
    CERTIFICATION_STEP,
  ].toSorted((a, b) => a.section - b.section),
  points: [],
})

/** The first thing that does not fit, in a Russian sentence; null: all does. @param remarks how many the conclusion has */
export function contentFault({ steps }: RoadMapContent, remarks: number): string | null {
  for (const [at, { section, name, remarks: answered }] of steps.entries()) {
    const which = `Мероприятие ${at + 1}`
    if (name.trim() === '') return `${which}: нет наименования. Напишите его или уберите строку.`
    if (section < 1 || section > LAST_SECTION) return `${which}: разделов ${LAST_SECTION}, а указан ${section}.`
    const unknown = answered.find((number) => number < 1 || number > remarks)
    if (unknown !== undefined) return `${which}: замечания № ${unknown} в заключении нет.`
  }
  return null
}

/** What the table of states looks at. @param remarks how many the conclusion has */
export function roadMapAbout(
  { steps, points }: RoadMapContent,
  remarks: number,
  given: Pick<RoadMapAbout, 'conclusionSent' | 'evidence' | 'reason'>,
): RoadMapAbout {
  const answered = new Set(steps.flatMap((step) => step.remarks))
  return {
    ...given,
    unanswered: Array.from({ length: remarks }, (_, at) => at + 1).filter((number) => !answered.has(number)).length,
    unassigned: steps.filter(({ due, responsible }) => due === null || responsible.trim() === '').length,
    points,
    left: steps.filter(({ done }) => done === null).length,
  }
}

/** Steps as they were written anew, with what was reported done of those of the same section and name; of several alike, in their order. */
export function withReports(
  steps: readonly Omit<RoadMapStep, 'done'>[],
  before: readonly RoadMapStep[],
): RoadMapStep[] {
  const keyOf = ({ section, name }: Pick<RoadMapStep, 'section' | 'name'>): string => `${section} ${name}`
  const left = Map.groupBy(before, keyOf)
  return steps.map((step) => ({ ...step, done: left.get(keyOf(step))?.shift()?.done ?? null }))
}

/** Numbers of steps as the paper has them, «3.2»: section and place in it. */
export function numbersOf(steps: readonly RoadMapStep[]): string[] {
  const places = new Map<number, number>()
  return steps.map(({ section }) => {
    const place = (places.get(section) ?? 0) + 1
    places.set(section, place)
    return `${section}.${place}`
  })
}

/** Steps whose day is over and that are not done. */
export const overdueSteps = ({ steps }: RoadMapContent, today: string): RoadMapStep[] =>
  steps.filter(({ due, done }) => done === null && due !== null && due < today)
