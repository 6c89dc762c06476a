import type { FeedbackContact, FeedbackStep } from '@otklik/model/surveys'

/** A feedback of the demonstration; days are counted back from the day it is shown on. */
export interface DemoFeedback {
  readonly campaign: string
  readonly ago: number
  readonly words: string
  readonly contact?: FeedbackContact
  /** What was answered, after so many days. */
  readonly steps?: readonly { readonly after: number; readonly event: FeedbackStep; readonly sentence: string }[]
  /** What stands on the public page beside the last answer. */
  readonly said?: string
}

const mail = (name: string, address: string): FeedbackContact => ({ name, mail: address, phone: null })
const LOOKING = 'Проверяем вместе с подразделением, ответим до конца месяца.'

/** Twelve in all states: two whose term is over, some with a contact, three on the public page. */
export const DEMO_FEEDBACK: readonly DemoFeedback[] = [
  {
    campaign: 'shkola-okno',
    ago: 44,
    words: 'Талоны на утро разбирают за минуту, а после обеда у окна никого. Почему нельзя записаться на весь день?',
  },
  {
    campaign: 'mery-2026',
    ago: 38,
    words: 'Справку о составе семьи попросили второй раз, хотя она есть в электронном виде.',
    contact: mail('Ольга', 'olga@example.ru'),
    steps: [{ after: 6, event: 'take', sentence: LOOKING }],
  },
  {
    campaign: 'priyomnaya',
    ago: 21,
    words: 'В коридоре нет ни одного стула, ждали стоя с ребёнком на руках.',
    contact: mail('Анна', 'anna@example.ru'),
  },
  {
    campaign: 'mery-2026',
    ago: 9,
    words: 'Пришло СМС, что выплата назначена, а денег нет уже вторую неделю. Звоню 8 (900) 000-00-00, не отвечают.',
  },
  { campaign: 'shkola-okno', ago: 3, words: 'Спасибо сотруднику в третьем окне, но на сайте указан старый адрес.' },
  {
    campaign: 'priyomnaya',
    ago: 17,
    words: 'Терминал выдаёт талон, которого нет на табло.',
    steps: [{ after: 4, event: 'take', sentence: 'Вызвали мастера: проверяем связь терминала с табло.' }],
  },
  {
    campaign: 'mery-2026',
    ago: 12,
    words: 'Хотелось бы видеть в кабинете, на каком шаге заявление.',
    contact: { name: null, mail: null, phone: '+7 900 000-00-01' },
    steps: [{ after: 2, event: 'take', sentence: 'Передали разработчикам кабинета, ждём от них срока.' }],
  },
  {
    campaign: 'priyomnaya',
    ago: 70,
    words: 'Очередь к одному окну, второе всегда закрыто.',
    steps: [
      { after: 3, event: 'take', sentence: LOOKING },
      { after: 24, event: 'finish', sentence: 'Второе окно открыто с десяти до шести, в пятницу до половины пятого.' },
    ],
    said: 'Долго ждали: работало одно окно из двух',
  },
  {
    campaign: 'gorod-vesna',
    ago: 120,
    words: 'Приёмная не работает в субботу, приходится отпрашиваться.',
    contact: mail('Пётр', 'petr@example.ru'),
    steps: [{ after: 20, event: 'finish', sentence: 'Запись на приём открыта и по субботам, с девяти до часа.' }],
    said: 'Неудобно приходить в будни',
  },
  {
    campaign: 'mery-2026',
    ago: 95,
    words: 'На сайте форма заявления не открывается с телефона.',
    steps: [{ after: 16, event: 'finish', sentence: 'Форму переделали: теперь она открывается и на телефоне.' }],
    said: 'Заявление нельзя было подать с телефона',
  },
  {
    campaign: 'shkola-okno',
    ago: 60,
    words: 'С меня потребовали медицинскую карту, это незаконно.',
    contact: mail('Ирина', 'irina@example.ru'),
    steps: [
      { after: 5, event: 'take', sentence: LOOKING },
      {
        after: 19,
        event: 'reject',
        sentence: 'Проверили запись у окна: карту не требовали, её предлагают принести позже по желанию.',
      },
    ],
  },
  {
    campaign: 'gorod-vesna',
    ago: 110,
    words: 'Окно закрыли раньше времени.',
    steps: [
      { after: 11, event: 'reject', sentence: 'В названный день приём шёл до шести: это видно по журналу талонов.' },
    ],
  },
]
