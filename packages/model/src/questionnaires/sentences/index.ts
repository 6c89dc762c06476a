/** Conditions and errors of answers in words, for the editor, papers and public pages. No libraries, as in `answering`. */
export { answerErrorText } from './answer-error-text.ts'
export { conditionText, type SentenceLanguage, showIfText } from './condition-text.ts'
