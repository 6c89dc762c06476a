import type { Feasibility, Flag } from '@otklik/model/change/pains'

/** Where people of the demonstration hurt: services by their names, and what nobody but the staff deals with. */
export const PLACES = {
  school: 'Приём заявлений о зачислении в государственные и муниципальные образовательные организации',
  exams: 'Регистрация на сдачу единого государственного экзамена и выдача результатов',
  teachers: 'Аттестация педагогических работников',
  licence: 'Лицензирование образовательной деятельности',
  kindergarten: 'Постановка на учёт и направление детей в дошкольные образовательные организации',
  circles: 'Запись в организации дополнительного образования',
} as const
export type ServiceKey = keyof typeof PLACES
/** Of the ministry's own staff. */
export const STAFF = 'Кадровое обслуживание сотрудников'
export type PlaceKey = ServiceKey | 'staff'

export interface DemoProblem {
  readonly name: string
  readonly place: PlaceKey
  /** Of the built-in rubricator. */
  readonly topic: string
  readonly stage: string
  readonly feasibility: Feasibility
  readonly flag?: readonly [Flag, string]
  /** Share of those asked who name it: from month to month alike, or before and after the middle of the year. */
  readonly share: number | readonly [before: number, after: number]
  readonly said: readonly string[]
}

/** Twelve problems, two of them of internal clients, one with a flag. */
export const DEMO_PROBLEMS: readonly DemoProblem[] = [
  {
    name: 'Форма заявления в школу сбрасывается на последнем шаге',
    place: 'school',
    topic: 'form',
    stage: 'подача',
    feasibility: 3,
    share: [0.22, 0.06],
    said: [
      'Заявление непонятное, заполняла трижды',
      'Форма вылетает на последнем шаге, всё заново',
      'Сложно заполнить заявление: поля не подписаны',
      'Заявление сбросилось, когда прикладывала файл',
    ],
  },
  {
    name: 'О зачислении не сообщают',
    place: 'school',
    topic: 'informing',
    stage: 'информирование',
    feasibility: 3,
    share: 0.11,
    said: [
      'Уведомление о зачислении так и не пришло',
      'Никто не сообщил, что ребёнка зачислили',
      'О решении узнали от других родителей, уведомления не было',
    ],
  },
  {
    name: 'Результаты экзамена приходят позже обещанного',
    place: 'exams',
    topic: 'terms',
    stage: 'рассмотрение',
    feasibility: 2,
    share: 0.12,
    said: ['Результаты ждали на неделю дольше срока', 'Срок перенесли и не объяснили', 'Долго, обещали три дня'],
  },
  {
    name: 'До пункта регистрации на экзамен не дозвониться',
    place: 'exams',
    topic: 'phone',
    stage: 'информирование',
    feasibility: 3,
    share: 0.05,
    said: ['Не дозвониться, трубку не берут', 'По телефону никто не отвечает', 'Дозвонился с десятого раза'],
  },
  {
    name: 'Для аттестации просят справки, которые есть у министерства',
    place: 'teachers',
    topic: 'documents',
    stage: 'подача',
    feasibility: 3,
    share: [0.18, 0.17],
    said: [
      'Попросили справку, которая у них уже есть',
      'Лишние документы: копия диплома третий год подряд',
      'Собирала справки две недели',
    ],
  },
  {
    name: 'Отказ в аттестации не объясняют',
    place: 'teachers',
    topic: 'refusal',
    stage: 'решение',
    feasibility: 3,
    share: 0.04,
    said: ['Отказали и не написали почему', 'Отказ без объяснения', 'Причину отказа не назвали'],
  },
  {
    name: 'Требования к помещениям толкуют по-разному',
    place: 'licence',
    topic: 'competence',
    stage: 'рассмотрение',
    feasibility: 1,
    flag: ['law', 'Разные требования к одинаковым заявителям нарушают регламент'],
    share: 0.03,
    said: ['Один специалист сказал одно, другой другое', 'Разные ответы на один вопрос', 'Сотрудники не знают порядка'],
  },
  {
    name: 'Очередь на приём по лицензиям',
    place: 'licence',
    topic: 'queue',
    stage: 'приём',
    feasibility: 2,
    share: 0.09,
    said: ['Очередь на час', 'Просидел в очереди до обеда', 'Ждал приёма два часа, работало одно окно'],
  },
  {
    name: 'Нет свободных мест для записи в сад на приём',
    place: 'kindergarten',
    topic: 'booking',
    stage: 'подача',
    feasibility: 2,
    share: 0.13,
    said: [
      'Записаться невозможно: мест нет на месяц вперёд',
      'Свободных дат для записи нет',
      'Запись открывается ночью',
    ],
  },
  {
    name: 'На сайте кружков ничего не найти',
    place: 'circles',
    topic: 'portal',
    stage: 'подача',
    feasibility: 3,
    share: 0.07,
    said: ['Сайт не открывается с телефона', 'На сайте не найти нужный кружок', 'Портал выдаёт ошибку'],
  },
  {
    name: 'Сотрудники ждут справку с работы неделями',
    place: 'staff',
    topic: 'terms',
    stage: 'получение результата',
    feasibility: 3,
    share: 0.16,
    said: [
      'Справку о доходах ждал три недели',
      'Долго оформляют, срок никто не называет',
      'Ждали приказ об отпуске месяц',
    ],
  },
  {
    name: 'Заявки на доступ к системам теряются',
    place: 'staff',
    topic: 'answer',
    stage: 'рассмотрение',
    feasibility: 3,
    share: 0.1,
    said: ['На обращение не ответили', 'Заявку переслали, и ответа нет', 'Ответ формальный, по существу ничего'],
  },
]
