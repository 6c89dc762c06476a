import { defineProblem } from '../platform/problems/index.ts'

/** The table of states says why, in a sentence. */
export const refusedStep = defineProblem('step_refused', 409, 'Действие невозможно', (why: string) => why)
export const foreignAuthority = defineProblem(
  'not_your_authority',
  404,
  'Нет такого органа',
  () => 'Такого органа в реестре нет, или он вне Вашей части системы. Выберите другой.',
)
export const mayNotRegister = defineProblem(
  'may_not_register',
  403,
  'Регистрировать нельзя',
  () => 'Обращение можно передать, но не зарегистрировать: уберите правило срока.',
)
export const unknownRule = defineProblem(
  'unknown_rule',
  400,
  'Нет такого правила срока',
  (code: string, known: string) => `Правила «${code}» нет. Есть: ${known}.`,
)
export const ruleTaken = defineProblem(
  'rule_taken',
  409,
  'Правило с этого дня уже есть',
  (code: string, day: string) =>
    `Правило «${code}» с ${day} уже задано. То, что действует, не изменяют: задайте правило с более позднего дня.`,
)
export const keyMissing = defineProblem(
  'original_sealed',
  409,
  'Исходный текст не открыть',
  () => 'Он запечатан другим ключом записей. Сообщите администратору: нужен прежний ключ (otklik records-key).',
)
