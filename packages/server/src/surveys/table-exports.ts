import { CAMPAIGN, CHANNELS, FEEDBACK, LINK } from '@otklik/model/surveys'
import type { CampaignLink, CampaignRow, FeedbackRow, QuestionnaireRow } from '@otklik/model/surveys/api'
import type { Column, TableRow } from '../platform/http/index.ts'

const yesNo = (value: boolean) => (value ? 'да' : 'нет')

/** The lists of this context as files. */
export const questionnairesTable = {
  name: 'Анкеты',
  columns: [
    { key: 'code', title: 'Код' },
    { key: 'title', title: 'Название' },
    { key: 'builtIn', title: 'Встроенная' },
    { key: 'authority', title: 'Орган' },
    { key: 'source', title: 'Источник' },
    { key: 'languages', title: 'Языки' },
    { key: 'questions', title: 'Вопросов', type: 'integer' },
    { key: 'published', title: 'Опубликованная редакция', type: 'integer' },
    { key: 'inWork', title: 'Редакция в работе', type: 'integer' },
    { key: 'campaigns', title: 'Кампаний', type: 'integer' },
  ],
  cells: ({ builtIn, authority, languages, ...row }: QuestionnaireRow): TableRow => ({
    ...row,
    builtIn: yesNo(builtIn),
    authority: authority?.name ?? null,
    languages: languages.join(', '),
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }

export const campaignsTable = {
  name: 'Кампании',
  columns: [
    { key: 'code', title: 'Код' },
    { key: 'name', title: 'Название' },
    { key: 'authority', title: 'Орган' },
    { key: 'questionnaire', title: 'Анкета' },
    { key: 'state', title: 'Состояние' },
    { key: 'from', title: 'С', type: 'day' },
    { key: 'to', title: 'По', type: 'day' },
    { key: 'today', title: 'Ответов сегодня', type: 'integer' },
    { key: 'n', title: 'Ответов', type: 'integer' },
    { key: 'completion', title: 'Дошли до конца, %', type: 'percent' },
    { key: 'target', title: 'Нужно ответов', type: 'integer' },
  ],
  cells: ({ authority, questionnaire, state, ...row }: CampaignRow): TableRow => ({
    ...row,
    authority: authority.name,
    questionnaire: `${questionnaire.title} (${questionnaire.code}, редакция ${questionnaire.version})`,
    state: CAMPAIGN.states[state],
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }

export const linksTable = {
  name: 'Ссылки кампании',
  columns: [
    { key: 'code', title: 'Код' },
    { key: 'url', title: 'Адрес' },
    { key: 'service', title: 'Услуга' },
    { key: 'office', title: 'Подразделение' },
    { key: 'channel', title: 'Канал' },
    { key: 'language', title: 'Язык' },
    { key: 'state', title: 'Состояние' },
    { key: 'reason', title: 'Почему закрыта' },
    { key: 'n', title: 'Ответов', type: 'integer' },
  ],
  cells: ({ service, office, channel, state, closed, ...row }: CampaignLink): TableRow => ({
    ...row,
    service: service?.name ?? null,
    office: office?.name ?? null,
    channel: CHANNELS[channel],
    state: LINK.states[state],
    reason: closed?.reason ?? null,
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }

export const feedbackTable = {
  name: 'Отзывы',
  columns: [
    { key: 'received', title: 'Получен', type: 'day' },
    { key: 'due', title: 'Ответить до', type: 'day' },
    { key: 'overdue', title: 'Просрочен' },
    { key: 'state', title: 'Состояние' },
    { key: 'words', title: 'Что написали' },
    { key: 'sentence', title: 'Что ответили' },
    { key: 'authority', title: 'Орган' },
    { key: 'service', title: 'Услуга' },
    { key: 'office', title: 'Подразделение' },
    { key: 'campaign', title: 'Кампания' },
    { key: 'published', title: 'Опубликован' },
  ],
  cells: ({ authority, service, office, campaign, state, ...row }: FeedbackRow): TableRow => ({
    received: row.received,
    due: row.due,
    overdue: yesNo(row.overdue),
    state: FEEDBACK.states[state],
    words: row.words,
    sentence: row.sentence,
    authority: authority.name,
    service: service?.name ?? null,
    office: office?.name ?? null,
    campaign: campaign.name,
    published: yesNo(row.isPublished),
  }),
} as const satisfies { name: string; columns: readonly Column[]; cells: unknown }
