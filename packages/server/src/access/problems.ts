import { type Right, RIGHTS } from '@otklik/model/access'
import { defineProblem } from '../platform/problems/index.ts'

export const wrongPassword = defineProblem('wrong_password', 401, 'Войти не удалось', () => 'Неверное имя или пароль.')
export const signInClosed = defineProblem(
  'sign_in_closed',
  429,
  'Слишком много неудачных попыток',
  (seconds: number) => `Вход под этим именем с вашего адреса откроется через ${seconds} с.`,
)
export const firstStartVoid = defineProblem(
  'first_start_void',
  404,
  'Ссылка первого запуска не действует',
  () => 'Ссылка уже использована или заменена новой. Новая печатается при запуске, пока нет администратора.',
)
export const weakPassword = defineProblem('weak_password', 400, 'Пароль легко угадать', (why: string) => why)
export const badLogin = defineProblem(
  'bad_login',
  400,
  'Имя для входа не подходит',
  () => 'Имя для входа: не короче трёх знаков, без пробелов и невидимых знаков.',
)
export const noSuchSupplier = defineProblem(
  'no_such_supplier',
  404,
  'Поставщик не найден',
  (code: string) => `Поставщика с кодом «${code}» нет.`,
)
export const badRights = defineProblem('bad_rights', 400, 'Таких прав ключу дать нельзя', (may: readonly Right[]) =>
  may.length === 0
    ? 'У вашей роли нет прав, которые можно дать ключу.'
    : `Ключу можно дать то, что есть у вас самих: ${may.map((right) => `${RIGHTS[right].name} (${right})`).join(', ')}.`,
)
export const badExpiry = defineProblem(
  'bad_expiry',
  400,
  'Срок ключа не подходит',
  () => 'Укажите будущий момент времени, не дальше двух лет, в виде 2027-01-31T12:00:00Z.',
)
