import i18next, { type ResourceLanguage } from 'i18next'

/** The whole keys of a catalogue, `trouble.retry`: the compiler gives up on the nested form of so many texts. */
type Keys<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Keys<T[K], `${Before}${K}.`>
}[keyof T & string]

/** What a catalogue adds to `DeskTexts`: each of its texts under its whole key. */
export type TextsOf<Catalogue> = Record<Keys<Catalogue>, string>

/** Every text of the desk by its whole key. Each set of texts adds its own where it is defined. */
export interface DeskTexts {}
export type TextKey = keyof DeskTexts

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk'
    /** In types only: the texts themselves are nested. */
    keySeparator: false
    resources: { desk: DeskTexts }
  }
}

/** One catalogue in both languages, as modules that are loaded when they are wanted. */
export interface TextSet {
  readonly ru: () => Promise<{ readonly default: ResourceLanguage }>
  readonly en: () => Promise<{ readonly default: ResourceLanguage }>
}

const wanted = new Set<TextSet>()

async function load(set: TextSet, language: string): Promise<void> {
  // What a translation lacks is said in Russian.
  const languages = language === 'en' ? (['ru', 'en'] as const) : (['ru'] as const)
  const catalogues = await Promise.all(languages.map((one) => set[one]()))
  catalogues.forEach((catalogue, index) =>
    i18next.addResourceBundle(languages[index] ?? 'ru', 'desk', catalogue.default, true),
  )
}

/** Loads texts in the reader's language, and from now on in every language the reader changes to. */
export async function wantTexts(sets: readonly TextSet[]): Promise<void> {
  for (const set of sets) wanted.add(set)
  await Promise.all(sets.map((set) => load(set, i18next.language)))
}

/** Loads all that is wanted in a language that is about to be shown. */
export const loadWanted = (language: string): Promise<unknown> =>
  Promise.all([...wanted].map((set) => load(set, language)))
