import { defineProblem } from '../../platform/problems/index.ts'

export const attemptsClosed = defineProblem(
  'attempts_closed',
  429,
  'Слишком много неудачных попыток',
  (seconds: number) => `Следующая попытка – через ${seconds} с.`,
)
export const signInAgain = defineProblem(
  'sign_in_again',
  401,
  'Вход нужно начать снова',
  () => 'Код принимается в течение десяти минут после пароля. Введите имя и пароль ещё раз.',
)
export const wrongCode = defineProblem(
  'wrong_code',
  403,
  'Код не подошёл',
  () => 'Введите новый код из приложения: каждый годится один раз. Код восстановления – тоже один раз.',
)
export const wrongCurrentPassword = defineProblem(
  'wrong_current_password',
  403,
  'Пароль не подошёл',
  () => 'Введите свой нынешний пароль.',
)
export const noPassword = defineProblem(
  'no_password',
  409,
  'Пароля нет',
  () => 'Вы входите через внешнюю систему: пароль меняется там.',
)
export const secondFactorOn = defineProblem(
  'second_factor_on',
  409,
  'Второй фактор уже подключён',
  () => 'Чтобы подключить другое устройство, сначала отключите второй фактор.',
)
export const secondFactorOff = defineProblem(
  'second_factor_off',
  409,
  'Второй фактор не подключён',
  () => 'Сначала подключите его в разделе «Мой доступ».',
)
export const secondFactorNotBegun = defineProblem(
  'second_factor_not_begun',
  409,
  'Подключение не начато',
  () => 'Начните подключение второго фактора заново.',
)
export const secondFactorNeeded = defineProblem(
  'second_factor_needed',
  409,
  'Второй фактор обязателен',
  () => 'Его требует ваша роль. Если устройство утрачено, второй фактор снимает администратор.',
)
export const resetVoid = defineProblem(
  'reset_void',
  404,
  'Ссылка не действует',
  () => 'Ссылка из письма действует час и один раз. Запросите новую.',
)
