import { HAS_REASON, processAbout } from '../processes/index.ts'

const EDITOR = { 'surveys.edit': 'ведёт анкеты и кампании' } as const

/** What the guards of a questionnaire's version look at. */
export interface VersionAbout {
  /** Errors that its check has found. */
  readonly errors: number
  readonly reason: string
}

/** A version of a questionnaire: once published it never changes. */
export const QUESTIONNAIRE_VERSION = processAbout<VersionAbout>()({
  title: 'Редакция анкеты',
  states: { draft: 'проект', published: 'опубликована', withdrawn: 'отозвана' },
  events: { begin: 'начать редакцию', edit: 'изменить', publish: 'опубликовать', withdraw: 'отозвать' },
  guards: {
    no_errors: {
      holds: ({ errors }) => errors === 0,
      says: ({ errors }) => `В анкете ошибок: ${errors}. Исправьте их: проверка называет место каждой.`,
    },
    has_reason: HAS_REASON,
  },
  actors: EDITOR,
  moves: [
    { event: 'begin', from: [null], to: 'draft', by: ['surveys.edit'], guards: [] },
    { event: 'edit', from: ['draft'], to: 'same', by: ['surveys.edit'], guards: [] },
    { event: 'publish', from: ['draft'], to: 'published', by: ['surveys.edit'], guards: ['no_errors'] },
    // Campaigns that run on it go on; new ones can't take it.
    { event: 'withdraw', from: ['published'], to: 'withdrawn', by: ['surveys.edit'], guards: ['has_reason'] },
  ],
})
export type VersionState = keyof typeof QUESTIONNAIRE_VERSION.states
export type VersionEvent = keyof typeof QUESTIONNAIRE_VERSION.events
export const ALL_VERSION_STATES = Object.keys(QUESTIONNAIRE_VERSION.states) as readonly VersionState[]
export const ALL_VERSION_EVENTS = Object.keys(QUESTIONNAIRE_VERSION.events) as readonly VersionEvent[]

/** What the guards of a campaign look at. Days are `YYYY-MM-DD` of the authority's own time. */
export interface CampaignAbout {
  readonly today: string
  readonly to: string | null
  /** The version is published, not withdrawn. */
  readonly versionHolds: boolean
  /** Answers given to it. */
  readonly responses: number
  readonly target: number | null
}

/** A campaign: a version asked of people over a period. An ended one stays readable. */
export const CAMPAIGN = processAbout<CampaignAbout>()({
  title: 'Кампания',
  states: { draft: 'проект', running: 'идёт', paused: 'приостановлена', ended: 'завершена' },
  events: {
    create: 'создать',
    edit: 'изменить',
    start: 'начать',
    pause: 'приостановить',
    resume: 'продолжить',
    end: 'завершить',
  },
  guards: {
    version_holds: {
      holds: ({ versionHolds }) => versionHolds,
      says: 'Редакция анкеты отозвана. Выберите другую.',
    },
    not_over: {
      holds: ({ today, to }) => to === null || today <= to,
      says: ({ to }) => `Срок кампании вышел: ${to}. Измените последний день.`,
    },
    not_full: {
      holds: ({ responses, target }) => target === null || responses < target,
      says: ({ target }) => `Ответов уже столько, сколько нужно: ${target}. Увеличьте их число.`,
    },
  },
  actors: { ...EDITOR, job: 'программа' },
  moves: [
    { event: 'create', from: [null], to: 'draft', by: ['surveys.edit'], guards: ['version_holds'] },
    { event: 'edit', from: ['draft', 'running', 'paused'], to: 'same', by: ['surveys.edit'], guards: [] },
    { event: 'start', from: ['draft'], to: 'running', by: ['surveys.edit'], guards: ['version_holds', 'not_over'] },
    { event: 'pause', from: ['running'], to: 'paused', by: ['surveys.edit'], guards: [] },
    { event: 'resume', from: ['paused'], to: 'running', by: ['surveys.edit'], guards: ['not_over', 'not_full'] },
    // The last day, or the last answer that was wanted, ends it too.
    { event: 'end', from: ['running', 'paused'], to: 'ended', by: ['surveys.edit', 'job'], guards: [] },
  ],
})
export type CampaignState = keyof typeof CAMPAIGN.states
export type CampaignEvent = keyof typeof CAMPAIGN.events
export const ALL_CAMPAIGN_STATES = Object.keys(CAMPAIGN.states) as readonly CampaignState[]
export const ALL_CAMPAIGN_EVENTS = Object.keys(CAMPAIGN.events) as readonly CampaignEvent[]

/** A link of a campaign can be closed alone, and opened again. */
export const LINK = processAbout<{ readonly reason: string }>()({
  title: 'Ссылка кампании',
  states: { open: 'открыта', closed: 'закрыта' },
  events: { make: 'создать', close: 'закрыть', open: 'открыть' },
  guards: { has_reason: HAS_REASON },
  actors: EDITOR,
  moves: [
    { event: 'make', from: [null], to: 'open', by: ['surveys.edit'], guards: [] },
    { event: 'close', from: ['open'], to: 'closed', by: ['surveys.edit'], guards: ['has_reason'] },
    { event: 'open', from: ['closed'], to: 'open', by: ['surveys.edit'], guards: [] },
  ],
})
export type LinkState = keyof typeof LINK.states
export const ALL_LINK_STATES = Object.keys(LINK.states) as readonly LinkState[]
