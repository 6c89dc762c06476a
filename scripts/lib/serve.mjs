import { endAs, followStarter, runChild } from '../../packages/server/bin/launch.mjs'
import { useCarriedNode } from './carried-node.mjs'
import { buildWhatIsStale } from './builds.mjs'
import { ROOT } from './root.mjs'

/** Runs `otklik COMMAND` with the arguments of this process, desk and public pages built, and ends with it. */
export async function serve(command) {
  followStarter()
  await useCarriedNode()
  await buildWhatIsStale()
  const otklik = `${ROOT}packages/server/bin/otklik.mjs`
  await endAs(await runChild(process.execPath, [otklik, command, ...process.argv.slice(2)], ROOT))
}
