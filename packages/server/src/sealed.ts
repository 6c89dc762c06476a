import { accessSealed } from './access/index.ts'
import { appealsSealed } from './appeals/index.ts'
import { certificationSealed } from './certification/index.ts'
import { filesSealed } from './files/index.ts'
import type { SealedRecords } from './platform/records-key/index.ts'
import { surveysSealed } from './surveys/index.ts'

/** Everything that is sealed with the key of records. */
export const sealedRecords: readonly SealedRecords[] = [
  ...accessSealed,
  ...appealsSealed,
  ...certificationSealed,
  ...filesSealed,
  ...surveysSealed,
]
