import { access } from './access/module.ts'
import { appeals } from './appeals/module.ts'
import { calendar } from './calendar/module.ts'
import { certification } from './certification/module.ts'
import { change } from './change/module.ts'
import type { ServerDeps } from './compose.ts'
import { deadlines } from './deadlines/module.ts'
import { exchange } from './exchange/module.ts'
import { facts } from './facts/module.ts'
import { files } from './files/module.ts'
import { audit } from './platform/audit/module.ts'
import type { Module } from './platform/module.ts'
import { recordsKey } from './platform/records-key/module.ts'
import { progress } from './progress/module.ts'
import { register } from './register/module.ts'
import { surveys } from './surveys/module.ts'

/** All contexts. To add one, create its folder and add a line here. */
export const modules: readonly Module<ServerDeps>[] = [
  audit,
  recordsKey,
  access,
  register,
  files,
  exchange,
  facts,
  progress,
  calendar,
  appeals,
  certification,
  surveys,
  change,
  deadlines,
]
