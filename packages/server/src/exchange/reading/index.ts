export type { Encoding } from './encoding.ts'
export { FaultError, type FaultReason, type StructureCode, type StructureFault } from './fault.ts'
export type { Delimiter, Header } from './header.ts'
export type { Chunk, ReadOptions, ReadResult } from './reading.ts'
export { readAhead } from './readAhead.ts'
export { type Reading, readFile } from './records.ts'
export {
  defaultLimits,
  type OpenedSources,
  openSources,
  type Refused,
  type Source,
  type SourceLimits,
} from './sources.ts'
