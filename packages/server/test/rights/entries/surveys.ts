import type { VersionState } from '@otklik/model/surveys'
import type { Ask, Entries, Make, RightEntry } from '../entry.ts'
import { NEIGHBOUR } from '../parts.ts'
import { plantQuestionnaire } from '../surveys.ts'

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

let made = 0
const later = (ask: Make = () => ({ params: { code: 'abc' } })): RightEntry => ({ ask })
const document = {
  format: 'otklik-questionnaire/1',
  code: 'any',
  title: { ru: 'Анкета' },
  languages: ['ru'],
  pages: [{ code: 'p1', questions: [] }],
}

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
  tryQuestionnaire: later(() => ({ params: { code: 'ext.services' }, body: {} })),
  listCampaigns: later(() => ({})),
  readCampaign: later(),
  createCampaign: later(() => ({})),
  saveCampaign: later(),
  dropCampaign: later(),
  startCampaign: later(),
  pauseCampaign: later(),
  resumeCampaign: later(),
  endCampaign: later(),
  saveOutcome: later(),
  moveCampaignVersion: later(),
  listLinks: later(),
  makeLinks: later(),
  closeLink: later(() => ({ params: { code: 'abc', link: 'a1' } })),
  openLink: later(() => ({ params: { code: 'abc', link: 'a1' } })),
  printPosters: later(() => ({ params: { code: 'abc' }, query: { format: 'pdf' } })),
  readResults: later(),
  readCampaignLive: later(),
  listAnswers: later(),
  readAnswer: later(() => ({ params: { code: 'abc', id: '00000000-0000-4000-8000-000000000000' } })),
}
