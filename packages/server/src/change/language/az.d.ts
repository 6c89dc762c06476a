/** What is used of az 0.2.3, which brings no types: its dictionary of Russian word forms. */
declare module 'az' {
  interface Tag {
    readonly POST: string
    readonly Name?: boolean
    readonly Surn?: boolean
    readonly Patr?: boolean
    readonly Geox?: boolean
    readonly Poss?: boolean
  }
  interface Parse {
    readonly tag: Tag
    /** How probable this reading is, 0–1; readings of a word that was never counted have all 1. */
    readonly score: number
  }
  interface Morph {
    (word: string, config: { parsers: string[]; ignoreCase: boolean; stutter: number; typos: number }): Parse[]
    init(done: (error: Error | null) => void): void
  }
  const az: { readonly Morph: Morph }
  export default az
}
