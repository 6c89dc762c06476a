import { type Static, Type } from 'typebox'
import { Count, Day, Instant, Named, nullable, Paging, Reason, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ALL_FEEDBACK_STATES, FEEDBACK_STEPS } from '../feedback.ts'
import { CampaignCode } from './campaigns.ts'

const tag = 'Опросы'
const text = Type.String()
const one = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', description: 'Номер отзыва' }),
})
const reply = 'answers.reply'

export const FeedbackState = Type.Enum([...ALL_FEEDBACK_STATES])
const FeedbackStepName = Type.Enum([...FEEDBACK_STEPS])

/** What a respondent wants an answer to. Words of personal data are masked. */
export const FeedbackRow = Type.Object({
  id: text,
  campaign: Type.Object({ code: CampaignCode, name: text }),
  authority: Named,
  service: nullable(Named),
  office: nullable(Named),
  /** Of the authority's own time; nothing finer is kept. */
  received: Day,
  due: Day,
  overdue: Type.Boolean(),
  state: FeedbackState,
  words: text,
  /** How the author learns of the answer. */
  way: Type.Enum(['contact', 'code']),
  /** `erased`: there was one. */
  contact: Type.Enum(['none', 'kept', 'erased']),
  /** What the authority said last. */
  sentence: nullable(text),
  isPublished: Type.Boolean(),
})
export type FeedbackRow = Static<typeof FeedbackRow>

/** `said`: what people said, in the authority's words; beside it stands its last sentence. */
const Published = Type.Object({ said: text, by: text, at: Instant })
export const Feedback = Type.Object({
  ...FeedbackRow.properties,
  /** The latest first. */
  steps: Type.Array(Type.Object({ state: FeedbackState, sentence: text, by: text, at: Instant })),
  published: nullable(Published),
  allowed: Type.Array(FeedbackStepName),
})
export type Feedback = Static<typeof Feedback>

/** Those that await an answer first, the oldest term before the others. */
export const listFeedback = defineRoute({
  method: 'GET',
  path: '/api/surveys/feedback',
  tag,
  summary: 'Отзывы, на которые ждут ответа',
  access: 'answers.read',
  primary: true,
  audit: { label: 'список отзывов' },
  query: Type.Object({
    ...Paging.properties,
    find: Type.Optional(text),
    state: Type.Optional(FeedbackState),
    /** Only those that await an answer; or of these only those whose term is over. */
    term: Type.Optional(Type.Enum(['open', 'overdue'])),
    campaign: Type.Optional(CampaignCode),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(FeedbackRow) }),
})
/** How many await an answer: no text is shown. */
export const countFeedback = defineRoute({
  method: 'GET',
  path: '/api/surveys/feedback-counts',
  tag,
  summary: 'Сколько отзывов ждут ответа и сколько просрочено',
  access: 'surveys.read',
  answer: Type.Object({ open: Count, overdue: Count }),
})
export const readFeedback = defineRoute({
  method: 'GET',
  path: '/api/surveys/feedback/:id',
  tag,
  summary: 'Один отзыв',
  access: 'answers.read',
  primary: true,
  audit: { label: 'отзыв', subject: 'id' },
  params: one,
  answer: Feedback,
})
/** The author reads the sentence at `/t` by the code; where a mail address was left, it goes there as a letter. */
export const stepFeedback = defineRoute({
  method: 'POST',
  path: '/api/surveys/feedback/:id/steps',
  tag,
  summary: 'Следующее состояние отзыва, с ответом автору',
  access: reply,
  params: one,
  body: Type.Object({ event: FeedbackStepName, sentence: Type.String({ maxLength: 5000 }) }),
  answer: Feedback,
})
/** Puts it on `/said/{authority}`, or says it better there. Only what is answered. */
export const publishFeedback = defineRoute({
  method: 'PUT',
  path: '/api/surveys/feedback/:id/publication',
  tag,
  summary: 'Опубликовать на странице «Вы сказали – мы сделали»',
  access: reply,
  params: one,
  body: Type.Object({ said: Type.String({ maxLength: 2000 }) }),
  answer: Feedback,
})
export const withdrawFeedback = defineRoute({
  method: 'DELETE',
  path: '/api/surveys/feedback/:id/publication',
  tag,
  summary: 'Убрать со страницы «Вы сказали – мы сделали»',
  access: reply,
  params: one,
  answer: Feedback,
})
export const readFeedbackContact = defineRoute({
  method: 'GET',
  path: '/api/surveys/feedback/:id/contact',
  tag,
  summary: 'Контакт автора отзыва',
  access: reply,
  primary: true,
  audit: { label: 'контакт автора отзыва', subject: 'id' },
  params: one,
  answer: Type.Object({ name: nullable(text), mail: nullable(text), phone: nullable(text), consent: Day }),
})
/** For good: when the author takes the consent back. */
export const eraseFeedbackContact = defineRoute({
  method: 'POST',
  path: '/api/surveys/feedback/:id/contact-erasure',
  tag,
  summary: 'Удалить контакт автора отзыва',
  access: reply,
  params: one,
  body: Type.Object({ reason: Reason }),
  answer: Feedback,
})
