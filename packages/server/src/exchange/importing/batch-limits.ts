import type { BatchLimits } from '../packages/next-batch.ts'

/** Packages that wait are put in together, because each step costs the same for one package and for many. */
export const batchLimits: BatchLimits = {
  packages: 100,
  bytes: 256 << 20,
  shared: { bytes: 64 << 20, backlogBytes: 8 << 20 },
}
