/** What a text looks like: letters of two alphabets that look alike, characters nobody sees, slips of the pen. */
export { distance } from './distance.ts'
export { inRussianLetters, likeness } from './look-alikes.ts'
export { codePoint, oddLetters } from './odd-letters.ts'
export { asSeen, hasUnseen, unseenCharacters } from './unseen.ts'
