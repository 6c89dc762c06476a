import { type Static, Type } from 'typebox'
import { Count, defineRoute, Id, Reason } from '../../api/index.ts'

const tag = 'Обращения'
const upload = {
  method: 'POST',
  tag,
  stream: 'upload',
  params: Type.Object({ id: Id }),
  query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 300, description: 'Имя файла' }) }),
  status: 201,
} as const

/** A file that came with an appeal, or goes with its answer. Its name may tell who wrote: it is sealed with it. */
export const AppealFile = Type.Object({
  id: Id,
  of: Type.Enum(['appeal', 'answer']),
  type: Type.String({ description: 'Вид содержимого: pdf, png, jpeg, tiff, zip, office, text' }),
  size: Count,
})
export type AppealFile = Static<typeof AppealFile>

export const addAppealFile = defineRoute({
  ...upload,
  path: '/api/appeals/:id/files',
  summary: 'Приложить файл к обращению: до 25 МБ, до 20 файлов',
  access: 'appeals.register',
  answer: AppealFile,
})
export const addAnswerFile = defineRoute({
  ...upload,
  path: '/api/appeals/:id/answer-files',
  summary: 'Приложить файл к ответу',
  access: 'appeals.answer',
  answer: AppealFile,
})
export const downloadAppealFile = defineRoute({
  method: 'GET',
  path: '/api/appeals/:id/files/:file',
  tag,
  summary: 'Файл обращения или ответа; причина остаётся в журнале',
  access: 'appeals.contacts',
  audit: { label: 'файл обращения', subject: 'id' },
  stream: 'download',
  params: Type.Object({ id: Id, file: Id }),
  query: Type.Object({ reason: Reason }),
})
