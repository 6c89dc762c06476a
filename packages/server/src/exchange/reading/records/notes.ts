import { samplesPerCode, type WarningCode, warningCodes } from '@otklik/model/exchange'

/** Something in a file that was read otherwise than it is written: how often, and where first. */
export interface ReadNote {
  readonly code: WarningCode
  readonly rows: number
  readonly samples: readonly NotedPlace[]
}
/** Row 0: the file as a whole, or what stands above its rows. Lines are those of the file, from 1; 0: none in particular. */
export interface NotedPlace {
  readonly row: number
  readonly line: number
  readonly value?: string
}

/** Gathers what is to be told of a file. */
export class Notes {
  readonly #found = new Map<WarningCode, { code: WarningCode; rows: number; samples: NotedPlace[] }>()

  add(code: WarningCode, place: NotedPlace): void {
    const note = this.#found.get(code) ?? { code, rows: 0, samples: [] }
    this.#found.set(code, note)
    note.rows++
    if (note.samples.length < samplesPerCode) note.samples.push(place)
  }

  /** In the order of the list of codes. */
  get all(): ReadNote[] {
    return warningCodes.flatMap((code) => this.#found.get(code) ?? [])
  }
}
