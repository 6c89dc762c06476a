// The tables of states as a page: every process that people take steps in, drawn from what the program follows.
import { APPEAL_COURSE } from '../../packages/model/src/appeals/index.ts'
import {
  ASSESSMENT,
  CRITICAL_CASE,
  MATERIALS,
  OBJECT_PROCEDURE,
  ROAD_MAP,
  SCHEDULE,
  TYPICAL_MODEL,
} from '../../packages/model/src/certification/procedure/index.ts'
import { LIST_EVENTS, LIST_KINDS, LIST_STATES, LIST_TABLES } from '../../packages/model/src/certification/index.ts'
import { LIST_REMARK } from '../../packages/model/src/certification/list-remarks/index.ts'
import { FORM_EDITION, SELF_CHECK } from '../../packages/model/src/certification/self-check/index.ts'
import { RIGHTS } from '../../packages/model/src/contexts/rights.ts'
import { drawingOf } from '../../packages/model/src/processes/index.ts'
import { CAMPAIGN, FEEDBACK, LINK, QUESTIONNAIRE_VERSION } from '../../packages/model/src/surveys/index.ts'

/** The lists keep their words elsewhere. */
const lists = Object.entries(LIST_KINDS).map(([list, title]) => {
  const moves = LIST_TABLES[list].transitions.map((move) => ({ ...move, by: [move.right] }))
  const used = new Set(moves.flatMap(({ from, to }) => [...from, to]))
  const states = Object.fromEntries(Object.entries(LIST_STATES).filter(([state]) => used.has(state)))
  const actors = Object.fromEntries(moves.map(({ right }) => [right, RIGHTS[right].name]))
  return { title, states, events: LIST_EVENTS, guards: {}, actors, moves }
})

const PROCESSES = [
  ...lists,
  FORM_EDITION,
  SELF_CHECK,
  LIST_REMARK,
  OBJECT_PROCEDURE,
  ASSESSMENT,
  CRITICAL_CASE,
  ROAD_MAP,
  TYPICAL_MODEL,
  SCHEDULE,
  MATERIALS,
  APPEAL_COURSE,
  QUESTIONNAIRE_VERSION,
  CAMPAIGN,
  LINK,
  FEEDBACK,
]

const HEAD = `# States

What can happen to a thing, who may bring it about and what must hold. This page is made from the tables of
\`packages/model\` (\`npm run generate\`): whatever is not in them is refused, with a sentence that says why. Rights are
named by what they allow; conditions by their names in the code.`

export const statesPage = () => [HEAD, ...PROCESSES.map(drawingOf)].join('\n\n')
