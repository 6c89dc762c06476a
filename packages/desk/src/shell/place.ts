import type { TablerIcon } from '@tabler/icons-react'
import type { Right } from '../access/rights.ts'
import type { TextKey } from '../shared/i18n/texts.ts'

/** The parts of the navigation, in its order. */
export const GROUPS = ['indicators', 'feedback', 'changes', 'certification', 'settings'] as const
export type Group = (typeof GROUPS)[number]

type NameOf<Key> = Key extends `nav.${infer Name}` ? Name : never

/** A place one goes to from the navigation and from the palette. */
export interface Place {
  readonly to: string
  /** Its name is the text `nav.<name>`. */
  readonly name: NameOf<TextKey>
  /** Who sees it; null: everyone. */
  readonly right: Right | null
  /** Null: found by the palette only. */
  readonly group: Group | null
  readonly Icon: TablerIcon
  /** Roles whose day begins here and not at the first place that is open to them. */
  readonly begins?: readonly string[]
}
