/** Texts as words and shingles, for patterns, suggestions and duplicates. */
export { remember } from './remember.ts'
export { folded, type Stem, type TextWord, wordsIn } from './words.ts'
