import { defineProblem } from '../platform/problems/index.ts'

export const badServiceId = defineProblem(
  'bad_service_id',
  400,
  'Номер услуги не читается',
  (id: string) =>
    `«${id}» – не реестровый номер. Нужны цифры, до 36, и через двоеточие – номер варианта, если он есть.`,
)
export const nameTaken = defineProblem(
  'name_taken',
  409,
  'Наименование занято',
  (name: string) => `Орган «${name}» уже есть в реестре.`,
)
export const officeIsNamedByRequests = defineProblem(
  'office_is_named_by_requests',
  409,
  'Наименование подразделения не меняется',
  () =>
    'Наименование и субъект подразделения приходят с заявлениями, по ним оно узнаётся. Здесь меняются орган и часовой пояс.',
)
export const notYours = defineProblem(
  'not_your_record',
  403,
  'Запись ведут не здесь',
  () => 'Запись относится не только к вашей части системы. Изменить её может тот, кто отвечает за неё целиком.',
)
export const unknownMeasure = defineProblem(
  'unknown_measure',
  404,
  'Нет такого показателя срока',
  (measure: string, known: string) => `Показателя «${measure}» нет. Нормы ставятся для: ${known}.`,
)
export const demoOverReal = defineProblem(
  'demo_over_real',
  409,
  'Установка уже рабочая',
  () => 'В реестре есть записи рабочей установки. Для демонстрации нужна пустая база данных.',
)
