import { defineProblem } from './problem.ts'

/** Problems that any route can answer with. Contexts add their own beside their routes. */
export const invalidRequest = defineProblem(
  'invalid_request',
  400,
  'Запрос составлен неверно',
  (first: string) => first,
)
export const invalidJson = defineProblem(
  'invalid_json',
  400,
  'Тело запроса не разобрано',
  () => 'Тело запроса должно быть правильным JSON в UTF-8.',
)
export const badRequest = defineProblem(
  'bad_request',
  400,
  'Запрос составлен неверно',
  () => 'Сервер не понял запрос. Проверьте адрес, заголовки и тело.',
)
export const tokenInUrl = defineProblem(
  'token_in_url',
  400,
  'Ключ передан в адресе',
  () =>
    'Передавайте ключ в заголовке Authorization: Bearer. Этот ключ мог попасть в журналы: отзовите его и выдайте новый.',
)
export const signInFirst = defineProblem(
  'sign_in_first',
  401,
  'Нужно войти',
  () => 'Войдите или передайте ключ в заголовке Authorization: Bearer.',
)
export const invalidToken = defineProblem(
  'invalid_token',
  401,
  'Ключ не подходит',
  () => 'Ключ неизвестен, отозван или истёк. Получите новый у администратора.',
)
export const notAllowed = defineProblem(
  'not_allowed',
  403,
  'Недостаточно прав',
  (right: string) => `Нужно право «${right}». Его даёт администратор.`,
)
export const secondFactorFirst = defineProblem(
  'second_factor_first',
  403,
  'Нужен второй фактор',
  () => 'Ваша роль требует второго фактора. Подключите его в разделе «Мой доступ».',
)
export const peopleOnly = defineProblem(
  'people_only',
  403,
  'Только для людей',
  () => 'Этот раздел – о собственном доступе человека. Войдите по имени и паролю.',
)
export const foreignOrigin = defineProblem(
  'foreign_origin',
  403,
  'Запрос пришёл с другого сайта',
  () => 'Изменения принимаются только со страниц этого сервера. Откройте его адрес и повторите.',
)
export const notFound = defineProblem('not_found', 404, 'Не найдено', () => 'Такой записи нет, или она Вам не видна.')
export const noSuchPath = defineProblem(
  'no_such_path',
  404,
  'Нет такого адреса',
  () => 'Проверьте адрес и метод запроса.',
)
export const conflict = defineProblem(
  'conflict',
  409,
  'Запись уже изменена',
  () => 'Такая запись уже есть, или её тем временем изменили. Обновите данные и повторите.',
)
export const tooLarge = defineProblem(
  'too_large',
  413,
  'Слишком большой запрос',
  (limit: number) => `Принимается не больше ${inUnits(limit)}.`,
)
export const unsupportedMedia = defineProblem(
  'unsupported_media',
  415,
  'Такое содержимое не принимается',
  (expected: string) => `Передайте содержимое как ${expected}.`,
)
export const tooManyRequests = defineProblem(
  'too_many_requests',
  429,
  'Слишком много запросов',
  (seconds: number) => `Повторите через ${seconds} с.`,
)
export const tooSlow = defineProblem(
  'too_slow',
  408,
  'Запрос передаётся слишком медленно',
  () => 'Передайте его ещё раз.',
)
/** Nobody hears it: the code stands in the log and tells the reader of a body that its end is missing. */
export const clientGone = defineProblem('client_gone', 400, 'Передача прервана', () => 'Передайте запрос ещё раз.')
export const internal = defineProblem(
  'internal',
  500,
  'Ошибка сервера',
  () => 'Запрос не выполнен. Повторите; если не поможет, сообщите администратору номер вызова.',
)
export const unavailable = defineProblem(
  'unavailable',
  503,
  'Сервер временно не может ответить',
  () => 'Хранилище данных не отвечает. Повторите через минуту.',
)
export const noSpace = defineProblem(
  'no_space',
  507,
  'На сервере кончилось место',
  () => 'Ничего не принято. Сообщите администратору и повторите, когда место появится.',
)
export const stopping = defineProblem(
  'stopping',
  503,
  'Сервер останавливается',
  () => 'Запрос не принят. Повторите через минуту.',
)

function inUnits(bytes: number): string {
  const units: readonly [number, string][] = [
    [1024 ** 3, 'ГБ'],
    [1024 ** 2, 'МБ'],
    [1024, 'КБ'],
  ]
  const [size, unit] = units.find(([size]) => bytes >= size) ?? [1, 'байт']
  return `${(bytes / size).toLocaleString('ru', { maximumFractionDigits: 1 })} ${unit}`
}
