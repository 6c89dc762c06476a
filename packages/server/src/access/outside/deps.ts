import { problem } from '../../platform/problems/index.ts'
import type { Reaches } from '../organisations/reaches.ts'
import type { AccessDeps, Letters } from '../deps.ts'
import type { Outside } from './outside.ts'
import { outsideOff } from './problems.ts'

export interface OutsideDeps extends AccessDeps {
  readonly reaches: Reaches
  readonly letters: Letters
  /** Undefined: there is no outside provider to sign in with. */
  readonly outside?: Outside | undefined
}

/** The provider, or the problem that there is none. */
export function outsideOf({ outside }: OutsideDeps): Outside {
  if (outside === undefined) throw problem(outsideOff)
  return outside
}

/** Made of the setting, never of what a request says of its host. */
export const callbackOf = ({ config }: OutsideDeps): string => `${config.publicUrl}/api/outside-sign-in/callback`
