import { type Static, Type } from 'typebox'
import { Count, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { PROCESS_KINDS, type ProcessKind } from '../process-kinds.ts'

const tag = 'Карта болей'
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
const kinds = Object.keys(PROCESS_KINDS) as ProcessKind[]

export const ProcessCode = Type.String({ minLength: 1, maxLength: 100 })
export const ChangeProcess = Type.Object({
  /** `service_id` of the register, or a code of its own. */
  id: ProcessCode,
  name: Type.String(),
  kind: Type.Enum(kinds),
  /** Its name in the register; null: none, the process is of a region or of the whole system. */
  authority: nullable(Type.String()),
  statements: Count,
  /** Those that still need a topic. */
  uncoded: Count,
})
export type ChangeProcess = Static<typeof ChangeProcess>

export const listProcesses = defineRoute({
  method: 'GET',
  path: '/api/change/processes',
  tag,
  summary: 'Процессы карты болей и сколько о каждом сказано',
  access: 'change.read',
  answer: Type.Object({ rows: Type.Array(ChangeProcess) }),
})
/** What no service of the register stands for: control, appeals, internal clients (003, п. 2.2). */
export const addProcess = defineRoute({
  method: 'POST',
  path: '/api/change/processes',
  tag,
  summary: 'Добавить процесс, которого нет среди услуг реестра',
  access: 'change.manage',
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 500 }),
    kind: Type.Enum(kinds),
    authority: nullable(Type.String({ maxLength: 1000 })),
  }),
  answer: ChangeProcess,
  status: 201,
})
