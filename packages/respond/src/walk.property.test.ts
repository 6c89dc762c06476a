import { builtInQuestionnaires, judge } from '@otklik/model/questionnaires'
import { seededRandom } from '@otklik/model/statistics'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionPage } from './pages/index.ts'
import { type State, tokensOf } from './state/index.ts'
import { type Stepped, standing, step } from './steps/index.ts'
import { knownLists } from './survey-lists.ts'
import type { Survey } from './survey.ts'
import { FORM_1, LISTS, NOW, stateOn, surveyOf } from './survey.fixture.ts'

const tokens = tokensOf('k'.repeat(32))
const ASSETS = { style: '/s.css' }
const surveys = builtInQuestionnaires.map((form) => surveyOf(form))

/** The controls of a page that can be used, as a browser without scripts sees them. */
function controlsOf(html: string): Map<string, { many: boolean; values: string[] }> {
  const controls = new Map<string, { many: boolean; values: string[] }>()
  for (const [tag] of html.matchAll(/<(input|textarea)[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
    const [name, type] = [attribute('name'), attribute('type')]
    if (name.startsWith('_') || tag.includes(' disabled')) continue
    const known = controls.get(name) ?? { many: type === 'checkbox', values: [] }
    controls.set(name, {
      ...known,
      values: type === 'radio' || type === 'checkbox' ? [...known.values, attribute('value')] : [],
    })
  }
  return controls
}

/** Fills in a page at random, as a person does who looks at it. */
function fill(html: string, random: () => number): [string, string][] {
  const chosen = new Set<string>()
  const fields: [string, string][] = []
  for (const [name, { many, values }] of controlsOf(html)) {
    if (name.endsWith('.find')) fields.push([name, 'школу'])
    else if (name.endsWith('.other')) continue
    else if (values.length === 0) fields.push([name, String(1 + Math.floor(random() * 5))])
    else {
      const code = values[Math.floor(random() * values.length)] ?? ''
      fields.push([name, code])
      chosen.add(`${name} ${code}`)
      if (many && random() < 0.5) fields.push([name, values.find((value) => value !== code) ?? code])
    }
  }
  for (const [, at, code] of html.matchAll(
    /name="([^"]+)" value="([^"]+)"[^>]*><label[^>]*>[^<]*<\/label><\/div><div class="other"/g,
  ))
    if (fields.some(([name, value]) => name === at && value === code)) fields.push([`${at}.other`, 'иначе <b>'])
  return fields
}

function walk(survey: Survey, random: () => number): Stepped | undefined {
  let state: State = stateOn(survey, standing(survey, stateOn(survey, '')).page ?? '')
  for (let steps = 0; steps < 300; steps++) {
    const html = questionPage({ survey, state, token: tokens.write(state), assets: ASSETS })
    expect(html).toContain(`data-otklik="page" data-page="${state.page}"`)
    const go = random() < 0.1 ? 'back' : 'next'
    const stepped = step(survey, state, [...fill(html, random), ['_go', go]], NOW)
    if (stepped.kind === 'finish') return stepped
    state = stepped.state
  }
  return undefined
}

test('whoever fills in what is shown comes to the end, with a response that its judge accepts', () => {
  fc.assert(
    fc.property(fc.nat(surveys.length - 1), fc.nat(), (at, seed) => {
      const survey = surveys[at] ?? FORM_1
      const finished = walk(survey, seededRandom(seed))
      if (finished?.kind !== 'finish') throw new Error('no end')
      const { answers, other } = finished.response
      const attributes = { ...survey.attributes, language: 'ru' }
      expect(judge(survey.prepared, { answers, other, attributes }, knownLists(LISTS)).errors).toEqual([])
    }),
    { numRuns: 60 },
  )
})
