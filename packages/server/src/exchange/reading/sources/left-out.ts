import type { StructureFault } from '../faults/fault.ts'

/** A PATH that gave no source. `not_found` and `not_readable` are wrong usage; the rest is about the content. */
export interface Refused {
  name: string
  code: StructureFault['code'] | 'not_found' | 'not_readable'
  fault?: StructureFault
  detail?: string
}

/** A file that lies beside data and is none. */
export interface Ignored {
  name: string
  /** In Russian, without a capital and a full stop. */
  why: string
}
