import { createMasker, type Masker } from '@otklik/model/change/masking'
import { openLexicon } from '../../change/index.ts'

let masker: Promise<Masker> | undefined

/** Replaces words of personal data; the dictionary is read when the first answers are looked at. */
export function openMasker(): Promise<Masker> {
  masker ??= openLexicon().then(createMasker)
  return masker
}
