import type { PlatformDeps } from '../platform/module.ts'
import { dropBroken } from './keep.ts'

/** Uploads that were broken off long ago are nobody's. */
export const start = ({ db }: PlatformDeps): Promise<void> => dropBroken(db, new Date())
