import { handOver, isFitting } from '../../packages/server/bin/launch.mjs'
import { ROOT } from './root.mjs'

/**
 * Goes on if this process runs on the Node that the project needs. Otherwise runs the same script with the same arguments
 * on the carried one and ends with its exit status; where there is none, says what to do and ends with status 1.
 */
export async function useCarriedNode() {
  if (!isFitting) await handOver(ROOT, process.argv.slice(1))
}
