import type { AnswerErrorCode } from '../answering/answer-set.ts'
import type { Item } from '../answering/prepare.ts'
import type { SentenceLanguage } from './condition-text.ts'

type Say = (item: Item) => string
type Sentences = Readonly<Record<AnswerErrorCode, Say>>

const ends = ({ question: { min, max } }: Item): { min: string; max: string } => ({
  min: min === undefined ? '' : String(min),
  max: max === undefined ? '' : String(max),
})
const longest = ({ type, question }: Item): number => question.maxLength ?? (type === 'text' ? 500 : 5000)

const russian: Sentences = {
  unknown_question: () => 'Этого вопроса в анкете нет. Откройте анкету заново.',
  hidden_answer: () => 'Этот вопрос Вам не задавался. Вернитесь на страницу назад.',
  wrong_type: ({ type }) => {
    if (type === 'number') return 'Введите число.'
    if (type === 'date') return 'Введите дату, которая есть в календаре.'
    return 'Выберите один из предложенных ответов.'
  },
  unknown_option: () => 'Выберите один из предложенных ответов.',
  duplicate_option: () => 'Один и тот же ответ выбран дважды. Оставьте его один раз.',
  exclusive: (item) => {
    const alone = [...item.options.values()].filter(({ exclusive }) => exclusive).map(({ text }) => `«${text.ru}»`)
    return `Ответ ${alone.join(' или ')} не сочетается с другими. Оставьте или его, или другие.`
  },
  too_few: (item) => `Выберите не меньше ${ends(item).min} ответов.`,
  too_many: (item) => `Выберите не больше ${ends(item).max} ответов.`,
  out_of_scale: (item) => {
    const { min, max } = ends(item)
    if (min !== '' && max !== '') return `Ответ должен быть от ${min} до ${max}.`
    return min === '' ? `Ответ должен быть не больше ${max}.` : `Ответ должен быть не меньше ${min}.`
  },
  unknown_row: () => 'Такой строки в вопросе нет. Откройте анкету заново.',
  too_long: (item) =>
    item.type === 'text' || item.type === 'long'
      ? `Сократите текст: можно не больше ${longest(item)} знаков.`
      : 'Сократите текст: можно не больше 500 знаков.',
  required: ({ type }) => (type === 'consent' ? 'Чтобы продолжить, нужно согласие.' : 'Ответьте на этот вопрос.'),
  other_missing: (item) => `Напишите, что именно: выбран ответ «${item.other?.text.ru ?? ''}».`,
  other_stray: (item) =>
    `Текст написан, но не выбран ответ «${item.other?.text.ru ?? ''}». Выберите его или удалите текст.`,
}

const english: Sentences = {
  unknown_question: () => 'There is no such question. Open the questionnaire again.',
  hidden_answer: () => 'You were not asked this question. Go back one page.',
  wrong_type: ({ type }) => {
    if (type === 'number') return 'Enter a number.'
    return type === 'date' ? 'Enter a day of the calendar.' : 'Choose one of the answers offered.'
  },
  unknown_option: () => 'Choose one of the answers offered.',
  duplicate_option: () => 'One answer is chosen twice. Leave it once.',
  exclusive: () => 'One of the answers chosen does not go with others. Leave either it or the others.',
  too_few: (item) => `Choose at least ${ends(item).min} answers.`,
  too_many: (item) => `Choose at most ${ends(item).max} answers.`,
  out_of_scale: (item) => {
    const { min, max } = ends(item)
    if (min !== '' && max !== '') return `The answer must be from ${min} to ${max}.`
    return min === '' ? `The answer must be at most ${max}.` : `The answer must be at least ${min}.`
  },
  unknown_row: () => 'There is no such row. Open the questionnaire again.',
  too_long: (item) =>
    `Shorten the text to ${item.type === 'text' || item.type === 'long' ? longest(item) : 500} characters.`,
  required: ({ type }) => (type === 'consent' ? 'Consent is needed to go on.' : 'Answer this question.'),
  other_missing: (item) => `Say what exactly: you chose “${item.other?.text.en ?? item.other?.text.ru ?? ''}”.`,
  other_stray: () => 'A text is written, but its answer is not chosen. Choose it or delete the text.',
}

/** What a respondent reads beside an answer that can't be taken: what is wrong, and what to do. */
export const answerErrorText = (code: AnswerErrorCode, item: Item, language: SentenceLanguage = 'ru'): string =>
  (language === 'en' ? english : russian)[code](item)
