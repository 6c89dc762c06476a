import { dayInFigures } from '../../print/index.ts'
import type { ObjectKind } from '../kinds.ts'
import type { Previous } from '../score/input.ts'
import { score } from '../score/score.ts'
import { standingOf, type Validity } from './validity.ts'

/** The certification of an object before, as far as it matters to the next one. */
export interface Before {
  /** Percent, by the last certificate or conclusion. */
  readonly level: number
  /** The last certificate. */
  readonly certificate: Validity
  /** The road map of the last conclusion was carried out. */
  readonly roadMapDone: boolean
  readonly equalRepeats: number
}

/** Whether a certification may begin, and what it builds on; `reason` names the points. */
export type Beginning =
  | { readonly refused: string }
  | { readonly refused: null; readonly previous: Previous | undefined; readonly reason: string }

interface Asked {
  readonly kind: ObjectKind
  /** The reporting year. */
  readonly year: number
  readonly today: string
}

/**
 * A first certification, or a repetition (Правила, пункт 30): in the year in which the certificate ends, after it, or
 * after its withdrawal. After a middle level the road map has to be carried out first (пункт 31, абзац 2).
 * @param before null: the object never had a certificate
 */
export function beginningOf({ kind, year, today }: Asked, before: Before | null): Beginning {
  if (before === null)
    return { refused: null, previous: undefined, reason: 'Первая сертификация: сертификата у объекта ещё не было.' }
  const { validTo, endedOn } = before.certificate
  const held = ['in_force', 'coming'].includes(standingOf(before.certificate, today))
  if (endedOn === null && held && Number(validTo.slice(0, 4)) > year)
    return {
      refused: `Сертификат действует по ${dayInFigures(validTo)}. Повторная сертификация проводится в год, когда срок истекает, или после прекращения сертификата (п. 9, 30).`,
    }
  if (endedOn !== null && held)
    return {
      refused: `Сертификат прекращается ${dayInFigures(endedOn)}, а до этого дня действует. Повторную сертификацию начинают с этого дня: два срока не могут идти вместе (п. 30, 35).`,
    }
  const previous = previousOf(before)
  const refusal = refusalOf(kind, today, previous)
  if (refusal !== null) return { refused: refusal }
  const reason =
    endedOn === null
      ? `Повторная сертификация: срок прежнего сертификата – по ${dayInFigures(validTo)} (п. 30 «а»).`
      : `Повторная сертификация: прежний сертификат прекращён ${dayInFigures(endedOn)} (п. 30 «б»).`
  return { refused: null, previous, reason }
}

const previousOf = ({ level, certificate, roadMapDone, equalRepeats }: Before): Previous => ({
  level,
  valid_to: certificate.validTo,
  withdrawn: certificate.endedOn !== null,
  road_map_done: roadMapDone,
  equal_repeats: equalRepeats,
})

/** The calculator refuses a repetition before it looks at the parts. */
function refusalOf(kind: ObjectKind, issued: string, previous: Previous): string | null {
  const parts = { regulation: undefined, reception: undefined, laboratory: undefined, monitoring: undefined }
  const { refused, reasons } = score({ kind, mass: false, ...parts, not_supplied: [], issued, previous })
  return refused === null ? null : reasons.join(' ')
}
