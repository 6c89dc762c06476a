import { type Static, Type } from 'typebox'
import { Count, Instant, Named, nullable, Paging, Reason, TableFormat } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ALL_LINK_STATES, LINK } from '../states.ts'
import { CampaignCode, Channel } from './campaigns.ts'

const tag = 'Опросы'
const text = Type.String()
const one = Type.Object({ code: CampaignCode })
export const LinkCode = Type.String({ pattern: '^[a-z0-9]{1,16}$', description: 'Код ссылки' })
const oneLink = Type.Object({ code: CampaignCode, link: LinkCode })
const { rightFor } = LINK.table

export const CampaignLink = Type.Object({
  code: LinkCode,
  url: text,
  service: nullable(Named),
  office: nullable(Named),
  channel: Channel,
  /** Null: the respondent chooses. */
  language: nullable(text),
  state: Type.Enum([...ALL_LINK_STATES]),
  closed: nullable(Type.Object({ reason: text, by: text, at: Instant })),
  /** Answers that came by it. */
  n: Count,
})
export type CampaignLink = Static<typeof CampaignLink>

export const listLinks = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns/:code/links',
  tag,
  summary: 'Ссылки кампании',
  access: 'surveys.read',
  audit: { label: 'ссылки кампании', subject: 'code' },
  params: one,
  query: Type.Object({
    ...Paging.properties,
    find: Type.Optional(text),
    office: Type.Optional(text),
    state: Type.Optional(Type.Enum([...ALL_LINK_STATES])),
    format: TableFormat,
  }),
  answer: Type.Object({ total: Count, rows: Type.Array(CampaignLink) }),
})
/** One for each service and each office together; an empty list leaves that side out. What is there already stays. */
export const makeLinks = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/links',
  tag,
  summary: 'Создать ссылки сразу для всех услуг и подразделений',
  access: rightFor('make'),
  params: one,
  body: Type.Object({
    /** `all`: the campaign's subjects, or all of the authority where it names none. */
    services: Type.Union([Type.Literal('all'), Type.Array(text, { maxItems: 2000, uniqueItems: true })]),
    offices: Type.Union([Type.Literal('all'), Type.Array(text, { maxItems: 2000, uniqueItems: true })]),
    channel: Channel,
    language: nullable(text),
  }),
  answer: Type.Object({ made: Count, existed: Count }),
  status: 201,
})
export const closeLink = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/links/:link/closing',
  tag,
  summary: 'Закрыть ссылку: её страница скажет об этом',
  access: rightFor('close'),
  params: oneLink,
  body: Type.Object({ reason: Reason }),
  answer: CampaignLink,
})
export const openLink = defineRoute({
  method: 'POST',
  path: '/api/surveys/campaigns/:code/links/:link/opening',
  tag,
  summary: 'Открыть закрытую ссылку',
  access: rightFor('open'),
  params: oneLink,
  answer: CampaignLink,
})
/** A4, each with a QR code of 40 mm at least, the address in letters, purpose and anonymity. */
export const printPosters = defineRoute({
  method: 'GET',
  path: '/api/surveys/campaigns/:code/posters',
  tag,
  summary: 'Плакаты ссылок: PDF со всеми или архив с файлом на каждое подразделение',
  access: 'surveys.read',
  audit: { label: 'плакаты кампании', subject: 'code' },
  params: one,
  query: Type.Object({
    /** pdf: all in one file; zip: a file for every office. */
    format: Type.Enum(['pdf', 'zip']),
    link: Type.Optional(LinkCode),
    office: Type.Optional(text),
  }),
  stream: 'download',
})
