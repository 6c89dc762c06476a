import { Type } from 'typebox'
import { defineRoute, Id, Reason } from '../../api/index.ts'
import { AppealCard, Text, Words } from './records.ts'

const tag = 'Обращения'
const common = { method: 'POST', tag, params: Type.Object({ id: Id }), answer: AppealCard } as const

/** How an answer or a notice goes to the applicant. */
export const AppealWay = Type.Enum(['mail', 'post', 'hand', 'page'], {
  description: 'mail – электронной почтой; post – почтой; hand – на руки; page – на странице по коду',
})

export const registerAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/registration',
  summary: 'Зарегистрировать: номер и срок',
  access: 'appeals.register',
  body: Type.Object({ rule: Type.String({ maxLength: 50 }) }),
})
export const voidAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/void',
  summary: 'Признать недействительным',
  access: 'appeals.register',
  body: Type.Object({ reason: Reason }),
})
export const markDuplicateAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/duplicate',
  summary: 'Отметить дубликатом другого обращения того же органа',
  access: 'appeals.register',
  body: Type.Object({ original: Type.String({ maxLength: 30, description: 'Номер оригинала' }), reason: Reason }),
})
export const assignAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/executor',
  summary: 'Назначить исполнителя',
  access: 'appeals.register',
  body: Type.Object({ executor: Type.String({ maxLength: 40 }) }),
})
export const extendAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/extension',
  summary: 'Продлить срок, уведомив заявителя',
  access: 'appeals.decide',
  body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 100 }), reason: Reason, way: AppealWay }),
})
export const forwardAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/forwarding',
  summary: 'Перенаправить в другой орган',
  access: 'appeals.decide',
  body: Type.Object({ addressee: Words }),
})
export const answerAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/answer',
  summary: 'Ответить по существу',
  access: 'appeals.answer',
  body: Type.Object({
    outcome: Type.Enum(['satisfied', 'partly', 'explained', 'refused']),
    text: Text,
    way: AppealWay,
    publish: Type.Boolean({ description: 'Показать на странице по коду, без личных данных' }),
  }),
})
export const closeAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/closing',
  summary: 'Закрыть без ответа: по закону или по отзыву заявителя',
  access: 'appeals.decide',
  body: Type.Object({ event: Type.Enum(['no_answer', 'withdraw']), ground: Words }),
})
export const reopenAppeal = defineRoute({
  ...common,
  path: '/api/appeals/:id/reopening',
  summary: 'Возобновить с новым сроком',
  access: 'appeals.decide',
  body: Type.Object({ reason: Reason }),
})
