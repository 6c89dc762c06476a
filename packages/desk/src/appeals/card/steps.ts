import type { AppealEvent } from '@otklik/model/appeals'

/** What people at the desk do with an appeal, in the order in which it is offered: what moves it on comes first. */
export const STEPS = [
  'register',
  'answer',
  'assign',
  'reopen',
  'extend',
  'forward',
  'duplicate',
  'void',
  'no_answer',
  'withdraw',
] as const satisfies readonly AppealEvent[]
export type Step = (typeof STEPS)[number]

/** What each of them asks for. */
export interface StepFields {
  readonly reason: string
  readonly text: string
  readonly way: 'mail' | 'post' | 'hand' | 'page'
  readonly outcome: 'satisfied' | 'partly' | 'explained' | 'refused'
  readonly publish: boolean
  readonly days: number
  readonly executor: string
  readonly rule: string
  readonly original: string
}

export const ASKS: Readonly<Record<Step, readonly (keyof StepFields)[]>> = {
  register: ['rule'],
  answer: ['outcome', 'text', 'way', 'publish'],
  assign: ['executor'],
  reopen: ['reason'],
  extend: ['days', 'reason', 'way'],
  forward: ['text'],
  duplicate: ['original', 'reason'],
  void: ['reason'],
  no_answer: ['text'],
  withdraw: ['text'],
}
