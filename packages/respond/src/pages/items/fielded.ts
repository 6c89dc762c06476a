import type { Item } from '@otklik/model/questionnaires'
import { html, type Part } from '../../html.ts'

/** An item as it stands on a page: shown, or kept ready for the script; with ids of what describes it. */
export interface Fielded {
  readonly item: Item
  readonly shown: boolean
  readonly describedBy: readonly string[]
  readonly wrong: boolean
}

export const describedBy = ({ describedBy: ids, wrong }: Fielded): Part => [
  ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`,
  wrong && html` aria-invalid="true"`,
]
