import { findBuiltIn, prepare, type Questionnaire } from '@otklik/model/questionnaires'
import { freshState, PLAIN, type State } from './state/index.ts'
import { type Entries, type Survey, withParameters } from './survey.ts'

export const NOW = new Date('2026-11-30T09:00:00Z')

export const SERVICES = [
  { code: '0012', text: { ru: 'Зачисление в школу' } },
  { code: '0013', text: { ru: 'Выдача паспорта гражданина Российской Федерации' } },
  ...Array.from({ length: 60 }, (_, at) => ({ code: `1${at}`, text: { ru: `Назначение пособия № ${at}` } })),
]

export const LISTS: Entries = {
  services: SERVICES,
  municipalities: [
    { code: 'm1', text: { ru: 'Городской округ Белгород' } },
    { code: 'm2', text: { ru: 'Алексеевский район' } },
  ],
}

export function surveyOf(questionnaire: Questionnaire, more: Partial<Survey> = {}): Survey {
  return {
    campaign: 'proba',
    link: 'k1',
    version: 1,
    prepared: prepare(withParameters(questionnaire, { period: 'с 1 января 2026 года' })),
    languages: questionnaire.languages,
    lists: LISTS,
    attributes: { channel: 'qr' },
    authority: 'Министерство образования Белгородской области',
    legal: {},
    ...more,
  }
}

const form = findBuiltIn('ext.services')
if (form === undefined) throw new Error('form 1 is missing')
export const FORM_1 = surveyOf(form)

export const stateOn = (survey: Survey, page: string, more: Partial<State> = {}): State => ({
  ...freshState(survey, { page, nonce: 'n'.repeat(22), language: survey.languages[0] ?? 'ru', view: PLAIN, now: NOW }),
  ...more,
})
