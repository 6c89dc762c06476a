import { ALL_CHANNELS } from '@otklik/model/surveys'
import type { Narrowing } from '../campaign-search.ts'

/** What a call for results is narrowed by. */
export const narrowed = ({ since, until, ofService, ofOffice, ofChannel, ofLanguage }: Narrowing) => ({
  from: since,
  to: until,
  service: ofService,
  office: ofOffice,
  channel: ALL_CHANNELS.find((one) => one === ofChannel),
  language: ofLanguage,
})
