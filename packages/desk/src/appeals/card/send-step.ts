import {
  answerAppeal,
  type AppealCard,
  assignAppeal,
  closeAppeal,
  extendAppeal,
  forwardAppeal,
  markDuplicateAppeal,
  registerAppeal,
  reopenAppeal,
  voidAppeal,
} from '@otklik/model/appeals/api'
import { call } from '../../shared/api/call.ts'
import type { Step, StepFields } from './steps.ts'

/** Sends a step with what was filled in for it. */
export function sendStep(step: Step, id: number, fields: StepFields): Promise<AppealCard> {
  const { reason, text, way, outcome, publish, days, executor, rule, original } = fields
  const params = { id }
  switch (step) {
    case 'register':
      return call(registerAppeal, { params, body: { rule } })
    case 'answer':
      return call(answerAppeal, { params, body: { outcome, text, way, publish } })
    case 'assign':
      return call(assignAppeal, { params, body: { executor } })
    case 'reopen':
      return call(reopenAppeal, { params, body: { reason } })
    case 'extend':
      return call(extendAppeal, { params, body: { days, reason, way } })
    case 'forward':
      return call(forwardAppeal, { params, body: { addressee: text } })
    case 'duplicate':
      return call(markDuplicateAppeal, { params, body: { original, reason } })
    case 'void':
      return call(voidAppeal, { params, body: { reason } })
    case 'no_answer':
    case 'withdraw':
      return call(closeAppeal, { params, body: { event: step, ground: text } })
  }
}
