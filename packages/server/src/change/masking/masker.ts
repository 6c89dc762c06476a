import { createMasker, type Masker } from '@otklik/model/change/masking'
import { openLexicon } from '../language/lexicon.ts'

let opened: Promise<Masker> | undefined

/** The one masker of this process: its dictionary takes about 100 MB, and half a second when it is first needed. */
export function openMasker(): Promise<Masker> {
  opened ??= openLexicon().then(createMasker)
  return opened
}
