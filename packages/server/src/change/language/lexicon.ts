import az from 'az'
import { type Lexicon, TAG } from '@otklik/model/change/masking'
import { remember } from '@otklik/model/change/texts'

/** Words by the dictionary alone: names are told from it, not guessed by endings, and no letter is taken for another. */
const AS_IT_STANDS = { parsers: ['Dictionary'], ignoreCase: true, stutter: 0, typos: 0 }

const PARTS_OF_SPEECH: Readonly<Record<string, number>> = {
  NOUN: TAG.noun,
  VERB: TAG.verb,
  INFN: TAG.verb,
  GRND: TAG.verb,
  PRTF: TAG.verb,
  PRTS: TAG.verb,
  ADJF: TAG.adjective,
  ADJS: TAG.adjective,
  COMP: TAG.adjective,
}

/** Opens the dictionary of az (OpenCorpora, about 100 MB of memory); about half a second. */
export async function openLexicon(): Promise<Lexicon> {
  await new Promise<void>((resolve, reject) => {
    az.Morph.init((error) => (error ? reject(error) : resolve()))
  })
  return remember(tagsOf)
}

/** From here on a word is taken for a name in small letters too: «марине», «костя»; not «вера», «света». */
const RATHER = 0.6

function tagsOf(word: string): number {
  let tags = 0
  let named = 0
  let all = 0
  for (const { tag, score } of az.Morph(word, AS_IT_STANDS)) {
    const person = (tag.Name ? TAG.name : 0) | (tag.Surn ? TAG.surname : 0) | (tag.Patr ? TAG.patronymic : 0)
    if (person !== 0) {
      tags |= person
      named += score
    } else if (tag.Geox) tags |= TAG.place
    // «Иванова» is also read as what belongs to an Иван: every surname in -ов and -ин is.
    else if (!tag.Poss) tags |= PARTS_OF_SPEECH[tag.POST] ?? TAG.other
    all += score
  }
  // Readings that were never counted have 1 each: their sum says nothing.
  const counted = all < 1.01
  return counted && named >= RATHER ? tags | TAG.mostlyName : tags
}
