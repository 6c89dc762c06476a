import { Type } from 'typebox'
import { Count, nullable, Paging, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { Campaign, CampaignCode, CampaignFields, CampaignRow, CampaignState, Texts } from './campaigns.ts'
import { VersionNumber } from './questionnaires.ts'

const tag = 'Опросы'
const one = Type.Object({ code: CampaignCode })
const revision = { revision: Count }

/** «Кого мы сейчас слышим?»: running ones first, then paused, drafts, ended. */
export const listCampaigns = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns',
  tag,
  summary: 'Кампании и сколько людей на них ответило',
  access: 'surveys.read',
  audit: { label: 'список кампаний' },
  query: Type.Object({
    ...Paging.properties,
    find: Type.Optional(Type.String()),
    state: Type.Optional(CampaignState),
    authority: Type.Optional(Type.String()),
    questionnaire: Type.Optional(Type.String()),
    /** Only those that are about this service: they name it, or all that their authority provides. */
    service: Type.Optional(Type.String()),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(CampaignRow) }),
})
export const readCampaign = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns/:code',
  tag,
  summary: 'Кампания',
  access: 'surveys.read',
  params: one,
  answer: Campaign,
})
/** Without `code` one is made that is easy to read aloud. */
export const createCampaign = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns',
  tag,
  summary: 'Создать кампанию по опубликованной или встроенной анкете',
  access: 'surveys.edit',
  body: Type.Object({ code: Type.Optional(CampaignCode), ...CampaignFields.properties }),
  answer: Campaign,
  status: 201,
})
/** Authority and questionnaire of a campaign that has begun stay; its version is moved by `moveCampaignVersion`. */
export const saveCampaign = defineRoute({
  method: 'PUT',
  path: '/api/surveys/campaigns/:code',
  tag,
  summary: 'Изменить кампанию',
  access: 'surveys.edit',
  params: one,
  body: Type.Object({ ...revision, ...CampaignFields.properties }),
  answer: Campaign,
})
export const dropCampaign = defineRoute({
  method: 'DELETE',
  path: '/api/surveys/campaigns/:code',
  tag,
  summary: 'Удалить кампанию, которая не начиналась',
  access: 'surveys.edit',
  params: one,
})
export const startCampaign = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/start',
  tag,
  summary: 'Начать: списки реестра замораживаются, страницы принимают ответы',
  access: 'surveys.edit',
  params: one,
  answer: Campaign,
})
export const pauseCampaign = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/pause',
  tag,
  summary: 'Приостановить',
  access: 'surveys.edit',
  params: one,
  answer: Campaign,
})
export const resumeCampaign = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/resumption',
  tag,
  summary: 'Продолжить',
  access: 'surveys.edit',
  params: one,
  answer: Campaign,
})
export const endCampaign = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/end',
  tag,
  summary: 'Завершить: страницы говорят, что опрос завершён',
  access: 'surveys.edit',
  params: one,
  body: Type.Object({ note: nullable(Type.String({ maxLength: 2000 })) }),
  answer: Campaign,
})
export const saveOutcome = defineRoute({
  method: 'PUT',
  path: '/api/surveys/campaigns/:code/outcome',
  tag,
  summary: 'Записать, что стало по итогам опроса: это увидят на его страницах',
  access: 'surveys.edit',
  params: one,
  body: Type.Object({ outcome: nullable(Texts) }),
  answer: Campaign,
})
/** From now on the campaign asks a newer version; answers keep the version they were given to. */
export const moveCampaignVersion = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/version',
  tag,
  summary: 'Перевести кампанию на более новую редакцию анкеты',
  access: 'surveys.edit',
  params: one,
  body: Type.Object({ ...revision, version: VersionNumber }),
  answer: Campaign,
})
