import { checkQuestionnaire, readQuestionnaire } from '@otklik/model/questionnaires'
import type { Campaign, CampaignRow, Feedback, FeedbackRow, Questionnaire } from '@otklik/model/surveys/api'
import { type Asked, csv, fields, type Handlers, isFile, problem, type Reply } from './fake-contract.ts'
import * as fixtures from './fixtures/surveys.ts'

const noSuch = problem(404, 'not_found', 'Такой записи нет, или она Вам не видна.')

const found = ({ params, state }: Asked): Campaign | undefined =>
  state.campaigns.find(({ code }) => code === params.code)

/** Moves a campaign, as the table of states would. */
const moved =
  (given: Partial<Campaign>) =>
  (asked: Asked): Reply => {
    const campaign = found(asked)
    if (campaign === undefined) return noSuch
    const next: Campaign = { ...campaign, ...given, revision: campaign.revision + 1 }
    asked.state.campaigns = asked.state.campaigns.map((one) => (one.code === next.code ? next : one))
    return { json: next }
  }

function listed<T>(rows: readonly T[], { query, state }: Asked): Reply {
  if (isFile(query)) return csv('list.csv')
  const find = query.find?.toLowerCase() ?? ''
  const all = state.empty ? [] : rows.filter((row) => JSON.stringify(row).toLowerCase().includes(find))
  return { json: { total: all.length, rows: all } }
}

/** What a list shows of a campaign. */
function rowOf(campaign: Campaign): CampaignRow {
  const { code, name, state, authority, questionnaire, from, to, target, n, today, completion, last } = campaign
  return { code, name, state, authority, questionnaire, from, to, target, n, today, completion, last }
}

const foundFeedback = ({ params, state }: Asked): Feedback | undefined =>
  state.feedback.find(({ id }) => id === params.id)

function changedFeedback(asked: Asked, change: (one: Feedback) => Partial<Feedback>): Reply {
  const one = foundFeedback(asked)
  if (one === undefined) return noSuch
  const next = { ...one, ...change(one) }
  asked.state.feedback = asked.state.feedback.map((each) => (each.id === next.id ? next : each))
  return { json: next }
}

/** What a list shows of a feedback. */
const feedbackRow = ({ steps: _, published: __, allowed: ___, ...row }: Feedback): FeedbackRow => row

const questionnaireRow = ({ versions: _, version: __, document: ___, ...row }: Questionnaire) => row

const one = ({ params, state }: Asked): Questionnaire | undefined =>
  state.questionnaires.find(({ code }) => code === params.code)

function questionnaireOf(asked: Asked): Reply {
  const questionnaire = one(asked)
  if (questionnaire === undefined) return noSuch
  const version = Number(asked.query.version ?? questionnaire.version)
  return { json: { ...questionnaire, version } }
}

function save(asked: Asked): Reply {
  const questionnaire = one(asked)
  const { revision, document } = fields(asked.body)
  const [draft, ...others] = questionnaire?.versions ?? []
  if (questionnaire === undefined || draft === undefined) return noSuch
  if (draft.revision !== revision) return problem(409, 'draft_changed', 'Проект тем временем изменил другой человек.')
  const next = { ...questionnaire, document, versions: [{ ...draft, revision: draft.revision + 1 }, ...others] }
  asked.state.questionnaires = asked.state.questionnaires.map((each) => (each.code === next.code ? next : each))
  return { json: next }
}

function checked(asked: Asked): Reply {
  const read = readQuestionnaire(one(asked)?.document)
  return 'faults' in read ? noSuch : { json: checkQuestionnaire(read.questionnaire) }
}

function published(asked: Asked): Reply {
  const questionnaire = one(asked)
  const [draft, ...others] = questionnaire?.versions ?? []
  if (questionnaire === undefined || draft === undefined) return noSuch
  const version = { ...draft, state: 'published' as const, allowed: ['withdraw' as const], published: draft.saved }
  const next = { ...questionnaire, inWork: null, versions: [version, ...others] }
  asked.state.questionnaires = asked.state.questionnaires.map((each) => (each.code === next.code ? next : each))
  return { json: next }
}

/** Surveys: campaigns with links, course and results; questionnaires with the model's own check. */
export const surveysHandlers: Handlers = {
  listCampaigns: (asked) =>
    listed(asked.state.campaigns.filter(({ state }) => (asked.query.state ?? state) === state).map(rowOf), asked),
  readCampaign: (asked) => {
    const campaign = found(asked)
    return campaign === undefined ? noSuch : { json: campaign }
  },
  createCampaign: ({ state, body }) => {
    const { name } = fields(body)
    const made = fixtures.campaign({ code: 'made', name: String(name), state: 'draft', allowed: ['edit', 'start'] })
    state.campaigns = [made, ...state.campaigns]
    return { status: 201, json: made }
  },
  saveCampaign: (asked) => {
    const { legal, name } = fields(asked.body) as Pick<Campaign, 'legal' | 'name'>
    return moved({ legal, name })(asked)
  },
  startCampaign: moved({ state: 'running', allowed: ['edit', 'pause', 'end'] }),
  pauseCampaign: moved({ state: 'paused', allowed: ['edit', 'resume', 'end'] }),
  resumeCampaign: moved({ state: 'running', allowed: ['edit', 'pause', 'end'] }),
  endCampaign: moved({ state: 'ended', allowed: [] }),
  listLinks: (asked) => listed(fixtures.links(), asked),
  makeLinks: () => ({ status: 201, json: { made: 2, existed: 3 } }),
  closeLink: () => ({ json: fixtures.links()[2] }),
  openLink: () => ({ json: fixtures.links()[0] }),
  printPosters: () => ({ text: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } }),
  readCampaignLive: ({ state }) => {
    const live = fixtures.live()
    const empty = { n: 0, today: 0, opened: 0, screened: 0, days: [], channels: [], links: [], pages: [], quotas: [] }
    return { json: state.empty ? { ...live, ...empty } : live }
  },
  readResults: ({ query, state }) => {
    if (isFile(query)) return csv('results.csv')
    const results = fixtures.results(query.by)
    return { json: state.empty ? { ...results, n: { ...results.n, read: 0 } } : results }
  },
  listFeedback: (asked) => {
    const { term, state } = asked.query
    const isWaiting = (row: Feedback) => row.state === 'received' || row.state === 'in_work'
    const rows = asked.state.feedback.filter(
      (row) =>
        (term === undefined || (term === 'open' ? isWaiting(row) : row.overdue)) && (state ?? row.state) === row.state,
    )
    return listed(rows.map(feedbackRow), asked)
  },
  countFeedback: ({ state }) => ({ json: state.empty ? { open: 0, overdue: 0 } : { open: 2, overdue: 1 } }),
  readFeedback: (asked) => {
    const one = foundFeedback(asked)
    return one === undefined ? noSuch : { json: one }
  },
  stepFeedback: (asked) => {
    const { event, sentence } = fields(asked.body)
    const to = event === 'take' ? 'in_work' : event === 'finish' ? 'done' : 'not_confirmed'
    return changedFeedback(asked, (one) => ({
      state: to,
      sentence: String(sentence),
      overdue: false,
      allowed: to === 'in_work' ? ['finish', 'reject'] : [],
      steps: [
        { state: to, sentence: String(sentence), by: 'Анна Иванова', at: '2026-11-22T07:00:00Z' } as const,
        ...one.steps,
      ],
    }))
  },
  publishFeedback: (asked) =>
    changedFeedback(asked, () => ({
      isPublished: true,
      published: { said: String(fields(asked.body).said), by: 'Анна Иванова', at: '2026-11-22T07:00:00Z' },
    })),
  withdrawFeedback: (asked) => changedFeedback(asked, () => ({ isPublished: false, published: null })),
  readFeedbackContact: () => ({
    json: { name: 'Мария', mail: 'maria@example.ru', phone: null, consent: '2026-11-01' },
  }),
  eraseFeedbackContact: (asked) => changedFeedback(asked, () => ({ contact: 'erased' })),
  listAnswers: (asked) => listed(fixtures.answers(), asked),
  listQuestionnaires: (asked) =>
    listed(
      asked.state.questionnaires
        .filter(({ builtIn }) => (asked.query.builtIn ?? String(builtIn)) === String(builtIn))
        .map(questionnaireRow),
      asked,
    ),
  readQuestionnaire: questionnaireOf,
  createQuestionnaire: ({ state, body }) => {
    const { code, title } = fields(body)
    const [own] = fixtures.questionnaires()
    if (own === undefined) return noSuch
    const made: Questionnaire = { ...own, code: String(code), title: String(title) }
    state.questionnaires = [made, ...state.questionnaires]
    return { status: 201, json: made }
  },
  saveDraft: save,
  checkDraft: checked,
  publishQuestionnaire: published,
  compareVersions: ({ query }) => ({
    json: {
      from: Number(query.from),
      to: Number(query.to),
      questions: [{ at: 'q2', what: 'changed', text: 'Почему отказали?', fields: ['text'] }],
      ended: [],
    },
  }),
  tryQuestionnaire: () => ({ status: 201, json: { path: '/try/1' } }),
}
