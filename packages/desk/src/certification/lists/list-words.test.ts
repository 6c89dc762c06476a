import { admission, deadlinesOf, LIST_STATES, OBJECT_KINDS, type YearFacts } from '@otklik/model/certification'
import { expect, test } from 'vitest'
import ru from '../texts/ru.json' with { type: 'json' }

const texts: Readonly<Record<string, string>> = ru.lists
const without: YearFacts = {
  selfCheck: null,
  form: 'not_online',
  ending: { way: 'merged', when: 'next_year', act: 'приказ № 5' },
  roadMapFailed: true,
  contacts: false,
  access: false,
  mass: null,
}
const certificate = { validFrom: '2024-04-01', validTo: '2027-03-31' }

test('kinds, states and deadlines are called in the desk as in their one table', () => {
  const wrong = [
    ...Object.entries(OBJECT_KINDS).map(([kind, { name }]) => [`kind_${kind}`, name]),
    ...Object.entries(LIST_STATES).map(([state, name]) => [`state_${state}`, name]),
    ...deadlinesOf(2027).map(({ code, text }) => [`deadline_${code}`, text]),
  ].filter(([key = '', name]) => texts[key] !== name)
  expect(wrong).toEqual([])
})
test('each reason reads in the desk as the rule says it', () => {
  const values = { letter: 'В', year: '2027', way: texts.way_merged, when: texts.when_next_year, act: 'приказ № 5' }
  const filled = (code: string, given: Record<string, string | undefined>) =>
    (texts[`argument_${code}`] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => given[name] ?? '')
  const found = [
    admission(without, { validFrom: null, validTo: null }, 2027),
    admission({ ...without, selfCheck: 'В', form: 'not_remote' }, certificate, 2027),
    admission({ ...without, selfCheck: 'В' }, { validFrom: null, validTo: null }, 2027),
  ].flatMap(({ grounds, reasons }) => [...grounds, ...reasons])
  expect(found.filter(({ code, text }) => filled(code, values) !== text)).toEqual([])
  const { grounds } = admission({ ...without, selfCheck: 'А' }, certificate, 2027)
  expect(grounds.map(({ code }) => filled(code, { ...values, letter: 'А' }))).toEqual(grounds.map(({ text }) => text))
})
