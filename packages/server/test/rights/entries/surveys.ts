import type { CampaignState, VersionState } from '@otklik/model/surveys'
import type { Ask, Entries, RightEntry } from '../entry.ts'
import { NEIGHBOUR } from '../parts.ts'
import { answerFeedback, leaveContact, plantCampaign, plantQuestionnaire } from '../surveys.ts'
import type { Things } from '../world.ts'

/** A call about a questionnaire of the part, put there with versions in these states. */
const ofQuestionnaire = (
  states: readonly VersionState[],
  ask: Omit<Ask, 'params'> = {},
  version?: number,
): RightEntry => ({
  ask: async (things, _, { db }) => {
    const { code } = await plantQuestionnaire(db, things, ...states)
    return { ...ask, params: { code, ...(version !== undefined && { version }) } }
  },
  names: true,
})

type Planted = Awaited<ReturnType<typeof plantCampaign>>
/** A call about a campaign of the part, put there in this state. */
const ofCampaign = (state: CampaignState, ask: (planted: Planted, things: Things) => Ask = () => ({})): RightEntry => ({
  ask: async (things, _, { db }) => {
    const planted = await plantCampaign(db, things, state)
    const { params, ...rest } = ask(planted, things)
    return { ...rest, params: { code: planted.code, ...params } }
  },
  names: true,
})

/** A call about a feedback of the part, put there waiting; `answered`: with an answer, `published`: on the public page. */
const ofFeedback = (ask: Omit<Ask, 'params'> = {}, answered = false, published = false): RightEntry => ({
  ask: async (things, _, { db, cipher }) => {
    const { feedback: id } = await plantCampaign(db, things, 'running')
    await leaveContact(db, id, cipher.seal('{"name":null,"mail":"a@example.ru","phone":null}'))
    if (answered) await answerFeedback(db, id, published)
    return { ...ask, params: { id } }
  },
  names: true,
})

let made = 0
const document = {
  format: 'otklik-questionnaire/1',
  code: 'any',
  title: { ru: 'Анкета' },
  languages: ['ru'],
  pages: [{ code: 'p1', questions: [] }],
}

const fieldsOf = ({ authority, word }: Things, questionnaire: string) => ({
  name: `${word}ий опрос`,
  authority,
  questionnaire: { code: questionnaire, version: 1 },
  services: [],
  offices: [],
  languages: ['ru'],
  from: null,
  to: null,
  target: null,
  parameters: {},
  lists: {},
  quotas: [],
  frames: [],
  legal: { asks: null, recorded: null, kept: null, appeals: null },
})

export const surveyEntries: Entries = {
  listQuestionnaires: {
    ask: async (things, _, { db, neighbour }) => {
      for (const part of [things, neighbour]) await plantQuestionnaire(db, part, 'published')
      return {}
    },
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
  },
  readQuestionnaire: ofQuestionnaire(['published']),
  createQuestionnaire: {
    ask: ({ authority, code }) => ({ body: { code: `${code}.new${++made}`, title: 'Новая анкета', authority } }),
    names: true,
    hidden: [400],
  },
  beginDraft: ofQuestionnaire(['published']),
  saveDraft: ofQuestionnaire(['draft'], { body: { revision: 1, document } }),
  dropDraft: ofQuestionnaire(['published', 'draft']),
  checkDraft: ofQuestionnaire(['draft']),
  publishQuestionnaire: ofQuestionnaire(['draft'], { body: { revision: 1 } }),
  withdrawQuestionnaire: ofQuestionnaire(['published'], { body: { reason: 'Проверка прав' } }, 1),
  compareVersions: ofQuestionnaire(['published', 'draft'], { query: { from: 1, to: 2 } }),
  tryQuestionnaire: { ask: () => ({ params: { code: 'ext.services' }, body: {} }) },
  listCampaigns: {
    ask: async (things, _, { db, neighbour }) => {
      for (const part of [things, neighbour]) await plantCampaign(db, part, 'running')
      return {}
    },
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
  },
  readCampaign: ofCampaign('running'),
  createCampaign: {
    ask: async (things, _, { db }) => {
      const { code } = await plantQuestionnaire(db, things, 'published')
      return { body: fieldsOf(things, code) }
    },
    names: true,
    hidden: [400],
  },
  saveCampaign: ofCampaign('draft', ({ questionnaire }, things) => ({
    body: { revision: 1, ...fieldsOf(things, questionnaire) },
  })),
  dropCampaign: ofCampaign('draft'),
  startCampaign: ofCampaign('draft'),
  pauseCampaign: ofCampaign('running'),
  resumeCampaign: ofCampaign('paused'),
  endCampaign: ofCampaign('running', () => ({ body: { note: null } })),
  saveOutcome: ofCampaign('running', () => ({ body: { outcome: { ru: 'Открыли второе окно' } } })),
  moveCampaignVersion: ofCampaign('running', () => ({ body: { revision: 1, version: 2 } })),
  listLinks: ofCampaign('running'),
  makeLinks: ofCampaign('running', () => ({ body: { services: 'all', offices: [], channel: 'site', language: null } })),
  closeLink: ofCampaign('running', ({ link }) => ({ params: { link }, body: { reason: 'Проверка прав' } })),
  openLink: ofCampaign('running', ({ link }) => ({ params: { link } })),
  // Links that are closed have no posters: what one looks like, posters.test.ts tells.
  printPosters: ofCampaign('running', () => ({ query: { format: 'pdf', office: '0' } })),
  readResults: ofCampaign('running'),
  readCampaignLive: ofCampaign('running'),
  listAnswers: ofCampaign('running'),
  readAnswer: ofCampaign('running', ({ answer }) => ({ params: { id: answer } })),
  listFeedback: {
    ask: async (things, _, { db, neighbour }) => {
      for (const part of [things, neighbour]) await plantCampaign(db, part, 'running')
      return {}
    },
    lists: true,
    narrowed: () => ({ query: { find: NEIGHBOUR.word } }),
  },
  countFeedback: { ask: () => ({}) },
  readFeedback: ofFeedback(),
  stepFeedback: ofFeedback({ body: { event: 'take', sentence: 'Проверяем, сколько ждут у окна.' } }),
  publishFeedback: ofFeedback({ body: { said: 'Долго ждать' } }, true),
  withdrawFeedback: ofFeedback({}, true, true),
  readFeedbackContact: ofFeedback(),
  eraseFeedbackContact: ofFeedback({ body: { reason: 'Проверка прав' } }),
}
