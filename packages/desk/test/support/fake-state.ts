import { ALL_RIGHTS } from '@otklik/model/access'
import type { Membership, OwnAccess, SignedInSession, Person, Token } from '@otklik/model/access/api'
import type { CertificationObject } from '@otklik/model/certification/api'
import type { Progress, Receipt } from '@otklik/model/exchange/api'
import type { Alarm, ChartNote } from '@otklik/model/progress/api'
import type { Campaign, Feedback, Questionnaire } from '@otklik/model/surveys/api'
import { ownSessions } from './fake-own-access.ts'
import { certificationObjects, editions, type FakeEdition } from './fixtures/certification.ts'
import { ADMINISTRATOR } from './fixtures/memberships.ts'
import { type FakeOrganisation, organisations } from './fixtures/organisations.ts'
import { packageList, receiptOf } from './fixtures/packages.ts'
import { people } from './fixtures/people.ts'
import { CHART_NOTES, type Work } from './fixtures/cases.ts'
import { alarms } from './fixtures/progress.ts'
import { feedback } from './fixtures/feedback.ts'
import { campaigns, questionnaires } from './fixtures/surveys.ts'
import { machineTokens } from './fixtures/tokens.ts'

export interface FakeState {
  signedIn: boolean
  /** A password was right, and a code is awaited. */
  secondFactor: boolean
  /** The person has one. */
  hasSecondFactor: boolean
  /** What the outside identity provider is called; null: there is none. */
  outside: string | null
  mail: boolean
  user: { id: string; login: string; name: string }
  /** The role acted in; null: the person has none. */
  membership: Membership | null
  memberships: Membership[]
  /** Where the person is signed in. */
  sessions: SignedInSession[]
  identities: OwnAccess['identities']
  everything: boolean
  mustEnrol: boolean
  firstStart: boolean
  /** Nothing has come yet: every list is empty. */
  empty: boolean
  /** Everything answers with an error of the server. */
  broken: boolean
  forbidden: boolean
  rights: string[]
  /** Milliseconds before every answer. */
  delay: number
  /** Calls whose answers wait until their names are taken out again; of a package that is watched, the last step waits. */
  held: string[]
  /** Milliseconds between two messages about a package. */
  tick: number
  alarms: Alarm[]
  chartNotes: ChartNote[]
  /** What people did about cases, by the number of their critical value. */
  caseWork: Record<number, Work>
  receipts: Receipt[]
  organisations: FakeOrganisation[]
  people: Person[]
  tokens: Token[]
  objects: CertificationObject[]
  editions: FakeEdition[]
  campaigns: Campaign[]
  feedback: Feedback[]
  questionnaires: Questionnaire[]
  /** Statements that were coded. */
  coded: Set<number>
  /** Roles that demand a second factor. */
  demanded: Set<string>
  calls: { name: string; method: string; path: string; search: string }[]
  /** How many steps each package that is worked on has gone. */
  steps: Map<number, number>
}

const STEPS = 6
const ROWS = 4200
const PHASES = ['reading', 'reading', 'storing', 'storing', 'counting', 'done'] as const

export function makeState(given: Partial<FakeState>): FakeState {
  return {
    signedIn: true,
    secondFactor: false,
    hasSecondFactor: false,
    outside: null,
    mail: false,
    user: { id: '1', login: 'admin', name: 'Администратор' },
    membership: ADMINISTRATOR,
    memberships: [ADMINISTRATOR],
    sessions: ownSessions(),
    identities: [],
    everything: true,
    mustEnrol: false,
    firstStart: false,
    empty: false,
    broken: false,
    forbidden: false,
    rights: [...ALL_RIGHTS],
    delay: 0,
    held: [],
    tick: 120,
    alarms: alarms(),
    chartNotes: [...CHART_NOTES],
    caseWork: {},
    receipts: packageList(60).map(receiptOf),
    organisations: organisations(),
    people: people(organisations()),
    tokens: machineTokens(),
    objects: certificationObjects(),
    editions: editions(certificationObjects()),
    campaigns: campaigns(),
    feedback: feedback(),
    questionnaires: questionnaires(),
    coded: new Set(),
    demanded: new Set(['administrator']),
    calls: [],
    steps: new Map(),
    ...given,
  }
}

/** One step further with a package that is worked on. */
export function advance(state: FakeState, id: number): Progress {
  const last = state.held.includes('watchPackage') ? STEPS - 1 : STEPS
  const step = Math.min(last, (state.steps.get(id) ?? 0) + 1)
  state.steps.set(id, step)
  if (step === STEPS) finish(state, id)
  return {
    state: step === STEPS ? 'partly' : 'working',
    phase: PHASES[step - 1] ?? 'done',
    rows: Math.round((ROWS * step) / STEPS),
    bytes: Math.round((310_000 * step) / STEPS),
    totalBytes: 310_000,
    secondsLeft: step === STEPS ? null : STEPS - step,
  }
}

function finish(state: FakeState, id: number): void {
  state.receipts = state.receipts.map((receipt) =>
    receipt.id === id && receipt.state === 'working'
      ? receiptOf({
          ...receipt,
          state: 'partly',
          finishedAt: '2026-11-22T06:00:09Z',
          totals: { read: ROWS, accepted: ROWS - 117, quarantined: 112, dropped: 5 },
        })
      : receipt,
  )
}
