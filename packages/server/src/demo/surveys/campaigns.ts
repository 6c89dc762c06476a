import type { Channel } from '@otklik/model/surveys'
import type { CampaignFields } from '@otklik/model/surveys/api'
import type { AuthorityCode } from '../places.ts'

type Fields = Pick<CampaignFields, 'target' | 'quotas' | 'parameters' | 'lists'>

/** A campaign of the demonstration; days are counted back from the day it is shown on. */
export interface DemoCampaign extends Partial<Fields> {
  readonly code: string
  readonly name: string
  readonly authority: AuthorityCode
  readonly questionnaire: { readonly code: string; readonly version: number }
  /** A built-in questionnaire that its own one is a copy of. */
  readonly copyOf?: string
  readonly channels: readonly Channel[]
  readonly answers: number
  readonly begins: number
  /** 0: it goes on. */
  readonly ends: number
  readonly state: 'running' | 'paused' | 'ended'
  readonly outcome?: string
  /** So many days ago a version without the second criterion came, which ends its series. */
  readonly newVersion?: number
  /** 0–1: how content people are at the beginning, and how that changes until the end. */
  readonly mood: readonly [from: number, to: number]
}

const MUNICIPALITIES = ['Примерск', 'Учебногорск', 'Образцовский район', 'Типовской район', 'Заречный округ'].map(
  (name, at) => ({ code: `m${at + 1}`, text: { ru: name } }),
)

/** Three authorities, five campaigns: one with a quota, one paused, one that is over, one with two versions. */
export const DEMO_CAMPAIGNS: readonly DemoCampaign[] = [
  {
    code: 'mery-2026',
    name: 'Удовлетворённость мерами социальной поддержки',
    authority: 'social',
    questionnaire: { code: 'ext.services', version: 1 },
    channels: ['qr', 'site'],
    answers: 1500,
    begins: 180,
    ends: 0,
    state: 'running',
    parameters: { period: 'за последние 6 месяцев' },
    lists: { municipalities: MUNICIPALITIES },
    mood: [0.66, 0.78],
  },
  {
    code: 'shkola-okno',
    name: 'Оценка приёма документов в школы',
    authority: 'education',
    questionnaire: { code: 'criteria', version: 1 },
    channels: ['qr', 'mfc'],
    answers: 900,
    begins: 120,
    ends: 0,
    state: 'running',
    target: 2000,
    quotas: [{ title: 'Через стол МФЦ', condition: { attribute: 'channel', is: 'mfc' }, limit: 350 }],
    mood: [0.74, 0.7],
  },
  {
    code: 'gorod-vesna',
    name: 'Услуги администрации Примерска: опрос посетителей',
    authority: 'city',
    questionnaire: { code: 'min.feedback', version: 1 },
    channels: ['qr', 'open'],
    answers: 800,
    begins: 178,
    ends: 90,
    state: 'ended',
    outcome: 'По итогам опроса в приёмной открыто второе окно, запись на приём работает и по субботам.',
    mood: [0.58, 0.6],
  },
  {
    code: 'attestaciya',
    name: 'Аттестация педагогов: как прошла процедура',
    authority: 'education',
    questionnaire: { code: 'ext.services', version: 1 },
    channels: ['site', 'mail'],
    answers: 300,
    begins: 100,
    ends: 30,
    state: 'paused',
    parameters: { period: 'в 2026 году' },
    lists: { municipalities: MUNICIPALITIES },
    mood: [0.7, 0.7],
  },
  {
    code: 'priyomnaya',
    name: 'Как вас приняли в управлении соцзащиты',
    authority: 'social',
    questionnaire: { code: 'social.desk', version: 1 },
    copyOf: 'criteria',
    channels: ['qr', 'kiosk'],
    answers: 500,
    begins: 150,
    ends: 0,
    state: 'running',
    newVersion: 60,
    mood: [0.72, 0.82],
  },
]
