/** What is used of snowball-stemmers 0.6.0, which brings no types. */
declare module 'snowball-stemmers' {
  const snowball: { newStemmer(language: 'russian'): { stem(word: string): string } }
  export default snowball
}
