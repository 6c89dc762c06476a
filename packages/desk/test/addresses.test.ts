import { expect, test } from 'vitest'
import { problemsOf } from './support/browser.ts'
import { useDesk } from './support/desk.ts'

const { open, state } = useDesk()

/** Every screen with parameters that mean nothing to it, as an old or a mistyped link has them. */
const MISTYPED = [
  ['/?figure=zzz&alarms=zzz&from=2026-99', 'Доля отказов'],
  ['/services?figure=zzz&to=2026-13', 'Зачисление в школу'],
  ['/requests?counted=zzz&offset=-5&status=zzz&score=9', 'DEMO-2026-000001'],
  ['/packages?state=zzz&offset=x&until=2026-02-30&day=zzz', 'mfc_20261121.zip'],
  ['/register?kind=zzz&offset=x', '0310000004'],
  ['/lists/objects?kind=zzz&offset=x&sort=zzz', 'Лицензирование перевозок'],
  ['/lists/4?kind=zzz&offset=x&sort=zzz', 'Единый перечень'],
  ['/surveys?surveyState=zzz&offset=x', 'Зачисление в школу'],
  ['/surveys/school-2026?tab=zzz&offset=x', 'МФЦ на Ленина'],
  ['/questionnaires?kind=zzz&offset=x', 'Своя анкета школы'],
  ['/questionnaires/own.school?version=zzz&compare=zzz', 'Почему отказали'],
  ['/people?role=zzz&access=zzz&offset=x', 'Иванова'],
  ['/organisations?id=zzz&closed=zzz', 'Аналитический центр'],
  ['/roles?role=zzz', 'Роли'],
  ['/keys?kind=zzz&status=zzz', 'Поставщики'],
  ['/audit?from=zzz&before=zzz&organisation=zzz', 'Журнал'],
] as const

test.each(MISTYPED)('%s opens as if what does not fit were not there', async (path, word) => {
  const page = await open(path)
  await page.getByText(word).first().waitFor()
  expect(problemsOf(page)).toEqual([])
  const sent = state().calls.map(({ search }) => decodeURIComponent(search ?? ''))
  expect(sent.filter((search) => /zzz|2026-99|2026-13|=-5|=x\b/.test(search))).toEqual([])
})
