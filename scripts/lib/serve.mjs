import { endAs, followStarter, runChild } from '../../packages/server/bin/launch.mjs'
import { useCarriedNode } from './carried-node.mjs'
import { buildDeskIfNeeded } from './desk-build.mjs'
import { ROOT } from './root.mjs'

/** Runs `otklik COMMAND` with the arguments of this process and a desk that is built, and ends with it. */
export async function serve(command) {
  followStarter()
  await useCarriedNode()
  await buildDeskIfNeeded()
  const otklik = `${ROOT}packages/server/bin/otklik.mjs`
  await endAs(await runChild(process.execPath, [otklik, command, ...process.argv.slice(2)], ROOT))
}
