import { shownValueLength } from '../codes.ts'
import { asSeen } from '../../letters/index.ts'

/** A value as receipts show it: cut at 80 characters, never in the middle of one, which no database would keep. */
export const shown = (value: string): string => value.slice(0, shownValueLength).replace(/[\uD800-\uDBFF]$/, '')
/** The same in quotation marks. What nobody sees is told apart, and would only hide here that the value is another. */
export const quoted = (value: string): string => (value === '' ? 'пусто' : `«${shown(asSeen(value))}»`)
