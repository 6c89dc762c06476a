import { SLICE_FIELDS } from './slice.ts'

const isOfSlice = (name: string): boolean => SLICE_FIELDS.some((field) => field === name)

/**
 * What a screen reads out of its address, and nothing else: the router lays that over the address as it was written, so
 * that what a reader merely leaves out would come through. The slice is the desk's, which every screen takes along.
 */
export const onlyFitting =
  <T extends object>(read: (search: Record<string, unknown>) => T) =>
  (search: Record<string, unknown>): T => {
    const given = Object.keys(search).filter((name) => !isOfSlice(name))
    return { ...Object.fromEntries(given.map((name) => [name, undefined])), ...read(search) }
  }
