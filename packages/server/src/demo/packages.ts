import { makeApplicants } from './requests/applicants.ts'
import { bear } from './requests/births.ts'
import { isoDay } from './calendar.ts'
import { makeTrouble } from './writing/faults.ts'
import { type DemoFile, servicesFile, writeFiles } from './writing/files.ts'
import { SUPPLIERS, type Supplier, type SupplierKey } from './places.ts'
import { type DemoOptions, makePlan, type Plan } from './plan.ts'
import { makePost, type Post } from './writing/post.ts'
import { makeRandom } from './random.ts'
import { SERVICES } from './services/index.ts'
import { makeStories } from './requests/stories.ts'
import { drawVolumes } from './requests/volumes.ts'
import { voicesOf } from './requests/voices.ts'

/** One supplier's files of one reporting date, on the day they come in. */
export interface DemoPackage {
  supplier: Supplier
  /** Reporting date, YYYY-MM-DD. */
  date: string
  /** Day of arrival: the next one, up to five days later for a late package. */
  arrivesOn: string
  files: DemoFile[]
}

/**
 * The demonstration region's daily packages in the order in which they come in.
 * The same options give the same bytes. A day's packages lie in memory, and the rows of requests still going on.
 * @throws RangeError for an impossible date or a period without a day
 */
export async function* demoPackages(options: DemoOptions): AsyncGenerator<DemoPackage> {
  const plan = makePlan(options)
  const stream = (name: string) => makeRandom(plan.seed, name)
  const post = makePost(plan, makeTrouble(stream('trouble')))
  const beginDay = makeDays(plan, post)
  const lateness = stream('lateness')
  let waiting: (DemoPackage & { due: number })[] = []
  for (let day = plan.firstDay; day <= plan.lastDay; day++) {
    beginDay(day)
    for (const supplier of suppliersOf(plan)) {
      const late = lateness.chance(0.03) && day !== plan.firstDay ? 1 + lateness.below(5) : 0
      const files = filesOf(plan, post, supplier, day)
      const due = day + 1 + late
      if (files.length > 0)
        waiting.push({ supplier: SUPPLIERS[supplier], date: isoDay(day), arrivesOn: isoDay(due), files, due })
    }
    // What is due after the day of the demonstration has not come yet.
    const arrived = waiting.filter(({ due }) => due <= day + 1 || (day === plan.lastDay && due <= plan.today))
    waiting = waiting.filter((parcel) => !arrived.includes(parcel))
    for (const { due: _, ...parcel } of arrived.toSorted((left, right) => left.due - right.due)) yield parcel
  }
}

export const suppliersOf = ({ suppliers }: Pick<Plan, 'suppliers'>): readonly SupplierKey[] =>
  suppliers === 4 ? ['epgu', 'rgis', 'mfc', 'mun'] : ['rgis', 'mfc', 'mun']

/** A function that lets a day's requests begin and posts all their rows, today's and later ones. */
function makeDays(plan: Plan, post: Post): (day: number) => void {
  const stream = (name: string) => makeRandom(plan.seed, name)
  const world = { plan, random: stream('lives'), stories: makeStories(plan, stream('stories')) }
  const voices = { ...world, random: stream('voices') }
  const applicants = makeApplicants(plan.seed, plan.requests)
  const volumes = drawVolumes(plan, SERVICES, stream('volumes'))
  return (day) => {
    let number = 0
    for (const [index, count] of volumes.on(day).entries()) {
      const cell = volumes.cells[index]
      for (let i = 0; cell !== undefined && i < count; i++) {
        const trace = bear(world, applicants, { ...cell, day, number: ++number })
        post.put(trace, voicesOf(voices, trace))
      }
    }
  }
}

function filesOf(plan: Plan, post: Post, supplier: SupplierKey, day: number): DemoFile[] {
  const bag = post.take(supplier, day)
  const files = bag === undefined ? [] : writeFiles(plan, supplier, day, bag)
  if (supplier !== 'rgis') return files
  return [...servicesFile(plan, day), ...files]
}
