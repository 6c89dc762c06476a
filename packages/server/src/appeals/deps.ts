import type { Masker } from '@otklik/model/change/masking'
import type { Cipher } from '../platform/cipher.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Db } from '../platform/postgres/open.ts'

/** What the use cases of appeals need. */
export interface AppealsDeps {
  readonly db: Db
  readonly cipher: Cipher
  readonly jobs: Pick<Jobs, 'enqueue'>
  /** Opens the one masker of the process. */
  readonly masker: () => Promise<Masker>
}

/** What it takes to read files in besides. */
export interface FilesDeps extends AppealsDeps {
  /** Where files stand while they are read. */
  readonly dataDir: string
}
