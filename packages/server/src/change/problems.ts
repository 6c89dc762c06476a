import {
  MAP_EVENTS,
  MAP_REFUSALS,
  MAP_STATES,
  type MapEvent,
  type MapGuard,
  type MapState,
} from '@otklik/model/change/editions'
import { measureRefusal } from '@otklik/model/change/measures'
import { problemRefusal } from '@otklik/model/change/problems'
import { defineProblem, problem } from '../platform/problems/index.ts'

export const rubricatorChanged = defineProblem(
  'rubricator_changed',
  409,
  'Рубрикатор тем временем изменён',
  () => 'Рубрикатор тем временем изменил кто-то ещё. Обновите страницу и внесите изменения снова.',
)
export const codeGone = defineProblem(
  'topic_code_gone',
  422,
  'Тему нельзя удалить',
  (code: string) =>
    `Темы «${code}» в новой редакции нет, а ею могли быть закодированы прошлые периоды. Оставьте её или объедините с другой.`,
)
export const codingGone = defineProblem(
  'nothing_to_undo',
  409,
  'Отменять нечего',
  () => 'Вы ничего не кодировали, или всё уже отменено.',
)
export const codedOtherwise = defineProblem(
  'coded_meanwhile',
  409,
  'Высказывание перекодировано',
  () => 'После Вас это высказывание закодировал кто-то ещё. Отменить Ваше кодирование уже нельзя.',
)
export const codedMeanwhile = defineProblem(
  'coded_by_another',
  409,
  'Высказывание уже закодировано',
  (coder: string) =>
    `Пока Вы читали, это высказывание закодировал другой (${coder}). Обновите страницу: его темы останутся.`,
)
export const sameCoder = defineProblem(
  'same_coder',
  409,
  'Нужен другой кодировщик',
  () => 'Это высказывание первым закодировали Вы. Вторым должен быть другой человек.',
)

export const settingsNotYours = defineProblem(
  'not_your_record',
  403,
  'Пороги меняют не здесь',
  () => 'Пороги карты болей одни на всю систему. Изменить их может тот, кто отвечает за неё целиком.',
)
export const settingsChanged = defineProblem(
  'pain_settings_changed',
  409,
  'Пороги тем временем изменены',
  () => 'Пороги тем временем изменил кто-то ещё. Обновите страницу и внесите изменения снова.',
)
export const noAuthority = defineProblem(
  'process_without_authority',
  409,
  'Опрашивать некому',
  () => 'У этого процесса не указан орган, от имени которого проводится опрос. Составьте опрос в разделе «Опросы».',
)
export const furtherDecided = defineProblem(
  'further_survey_decided',
  409,
  'Решение уже принято',
  () => 'По этому опросу решение уже принято. Обновите страницу.',
)

/** What is in the way of a publication. */
export const notPublished = defineProblem('not_published', 409, 'Публиковать рано', (sentence: string) => sentence)
/** A problem whose state or figures are in the way. */
export const painRefused = defineProblem('pain_refused', 409, 'Сейчас нельзя', (sentence: string) => sentence)
export const measureRefused = defineProblem('measure_refused', 409, 'Сейчас нельзя', (sentence: string) => sentence)
export const mapRefused = defineProblem('map_refused', 409, 'Сейчас нельзя', (sentence: string) => sentence)
export const tooFewToQuote = defineProblem(
  'too_few_to_quote',
  409,
  'Цитировать рано',
  (fewest: number) =>
    `Проблему назвали меньше ${fewest} человек: по цитате можно узнать автора. Цитаты станут доступны, когда назовёт больше.`,
)

export const painProblem = (...about: Parameters<typeof problemRefusal>) =>
  problem(painRefused, problemRefusal(...about))
export const measureProblem = (...about: Parameters<typeof measureRefusal>) =>
  problem(measureRefused, measureRefusal(...about))
export const mapProblem = (event: MapEvent, state: MapState, refused: 'state' | MapGuard) =>
  problem(
    mapRefused,
    refused === 'state'
      ? `Карта ${MAP_STATES[state]}: ${MAP_EVENTS[event]} её сейчас нельзя. Обновите страницу.`
      : MAP_REFUSALS[refused],
  )
