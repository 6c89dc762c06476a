import * as contract from '@otklik/model/certification/api'
import { scoreOf } from '@otklik/model/certification/score'
import { dayOf } from '@otklik/model/days'
import type { InputFault } from '@otklik/model/inputs'
import {
  type App,
  asProblem,
  html,
  type Page,
  type PageCall,
  sendProblem,
  serve,
  servePage,
} from '../../platform/http/index.ts'
import { askedOf, textOf } from './asked.ts'
import { formOf } from './form.ts'
import { resultOf } from './result.ts'

/** Where the public page of the calculator is. */
export const CALCULATOR_PATH = '/calculator'

/** The arithmetic of certification for everybody: the call of programs, and a page that needs no script. */
export function calculatorRoutes(app: App): void {
  void app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) =>
      isBadJson(error) ? reply.code(400).send(BAD_JSON) : sendProblem(request, reply, asProblem(error, request)),
    )
    scoreRoute(scope)
  })
  servePage(app, CALCULATOR_PATH, calculatorPage)
}

/** The answer that `otklik score` gives to such a line, as the form of the call has it. */
const BAD_JSON: InputFault = {
  error: { code: 'bad_json', message: 'Тело запроса не разобрано как JSON. Пришлите один объект целиком.' },
}
const isBadJson = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^FST_ERR_CTP_(EMPTY|INVALID)_JSON_BODY$/.test(String(error.code))

function scoreRoute(app: App): void {
  serve(
    app,
    contract.scoreLevel,
    ({ body, reply }) => {
      const found = scoreOf(body)
      return 'error' in found ? reply.code(400).send(found) : { ...found, reasons: [...found.reasons] }
    },
    { perMinute: 300 },
  )
}

function calculatorPage({ query, at }: PageCall): Page {
  const counted = textOf(query, 'count') === 'yes'
  return {
    title: 'Калькулятор уровня',
    body: html`<h1>Калькулятор уровня</h1>
<p>Интегральный уровень соответствия объекта принципам и стандартам клиентоцентричности, как его считают Правила сертификации: сумма баллов, срок сертификата и каждый применённый пункт. Ничего не сохраняется.</p>
${counted ? resultOf(scoreOf(askedOf(query))) : null}${formOf(query, dayOf(at))}`,
  }
}
