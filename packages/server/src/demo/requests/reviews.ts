import type { Random } from '../random.ts'

/** What a person may write about: five matters, each with praise and with a grievance. */
type Matter = 'time' | 'queue' | 'staff' | 'portal' | 'papers' | 'refusal' | 'result'

const PRAISE: Record<Exclude<Matter, 'refusal'>, readonly string[]> = {
  time: [
    'Сделали быстрее, чем обещали',
    'Всё заняло три дня',
    'Уложились в срок',
    'Ответ пришёл на следующий день',
    'Не ожидала, что так быстро',
    'По срокам всё честно, как написано',
    'Раньше ждали месяц, теперь неделя',
  ],
  queue: [
    'Очереди почти не было',
    'Приняли точно по записи',
    'По талону вызвали через пять минут',
    'Пришёл без записи, приняли сразу',
    'Электронная очередь работает как надо',
    'Удобно, что можно записаться на вечер',
  ],
  staff: [
    'Сотрудница всё объяснила и помогла заполнить',
    'Вежливый приём',
    'Специалист подсказал, каких бумаг не хватает',
    'Терпеливо ответили на все вопросы',
    'Девушка в окне очень внимательная',
    'Перезвонили сами и уточнили данные',
    'Спасибо оператору за помощь пожилому человеку',
  ],
  portal: [
    'Заявление подал с телефона за десять минут',
    'Данные подтянулись сами, почти ничего не вводила',
    'В личном кабинете видно каждый шаг',
    'Уведомления приходили вовремя',
    'Форма понятная',
    'Никуда не пришлось ездить',
    'Черновик сохранился, дописал вечером',
  ],
  papers: [
    'Справки запросили сами, ничего не носила',
    'Хватило одного паспорта',
    'Понятный список документов',
    'Копии сделали на месте',
    'Не потребовали ничего лишнего',
  ],
  result: [
    'Документ пришёл в электронном виде',
    'Результат забрала в удобном отделении',
    'Всё получил без ошибок',
    'Всё решили с первого раза',
    'О готовности сообщили по СМС',
    'Получили то, за чем обращались',
  ],
}

const GRIEVANCE: Record<Matter, readonly string[]> = {
  time: [
    'Ждали дольше обещанного срока',
    'Прошло две недели, а заявление всё на рассмотрении',
    'Срок перенесли и не объяснили почему',
    'Обещали пять дней, вышло двенадцать',
    'Никто не может сказать, когда будет готово',
    'Каждый раз говорят «ждите»',
    'Слишком долго для одной бумаги',
  ],
  queue: [
    'Сидела в очереди больше часа',
    'Записан на 10:30, приняли в 11:40',
    'Работало два окна из восьми',
    'Талонов не было уже к обеду',
    'Запись есть, а толку нет: пускают в порядке живой очереди',
    'Духота, сидеть негде',
    'С ребёнком ждать было тяжело',
  ],
  staff: [
    'В окне отправили в другой кабинет, оттуда обратно',
    'Специалист сам не знает порядка',
    'Отвечали сквозь зубы',
    'По телефону одно, на приёме другое',
    'До отдела не дозвониться',
    'Попросили прийти ещё раз, хотя документы были все',
    'Консультация ни о чём',
  ],
  portal: [
    'Форма вылетает на последнем шаге',
    'Трижды пришлось заполнять заново',
    'Пишет «ошибка отправки», и всё',
    'Файл не прикладывается, а размер нигде не указан',
    'Статус не меняется неделями',
    'Уведомление пришло, когда всё уже прошло',
    'С телефона подать невозможно',
    'Ответ надо искать по всему кабинету',
    'Техподдержка отвечает отписками',
  ],
  papers: [
    'Попросили справку, которую должны запрашивать сами',
    'Список документов на сайте один, в отделе другой',
    'Дважды возвращали на исправление из-за мелочи',
    'Зачем носить копии, если всё есть в базе',
    'Не написали, что именно исправить',
    'Принесла всё, оказалось – нужна другая форма',
  ],
  refusal: [
    'Отказали и не объяснили причину',
    'В отказе только ссылка на пункт закона, понять нельзя',
    'Отказ пришёл в последний день срока',
    'Отказали из-за опечатки, которую можно было исправить',
    'Отказ одной строчкой',
    'Подавал второй раз с теми же бумагами – снова отказ',
    'Сказали, что не положено, хотя соседям оформили',
    'В отказе чужие данные',
  ],
  result: [
    'В документе ошибка в адресе',
    'Результат отправили не в то отделение',
    'Электронный документ не открывается',
    'За готовым документом пришлось ехать дважды',
    'Не сообщили, что можно забирать',
    'Получила не то, что просила',
  ],
}

const GOOD_END = [
  'Спасибо',
  'Так держать',
  'Всем доволен',
  'Рекомендую',
  'Благодарю за работу',
  'Приятно удивлена',
  '',
  '',
  '',
  '',
  '',
]
const BAD_END = [
  'Прошу разобраться',
  'Исправьте, пожалуйста',
  'Очень разочарована',
  'Буду писать жалобу',
  'Так нельзя работать с людьми',
  'Надеюсь, это прочитают',
  '',
  '',
  '',
  '',
  '',
]
const MIXED = ['Но', 'Однако', 'При этом']

/** What the person went through; decides what the review is about. */
export interface Experience {
  score: number
  online: boolean
  refused: boolean
  overdue: boolean
  queued: boolean
  failed: boolean
}

/** One or two short sentences in the tone of the score, put together from the lists: several thousand different ones. */
export function writeReview(random: Random, experience: Experience): string {
  const { score } = experience
  const good = random.pick(PRAISE[praised(random, experience)])
  const bad = random.pick(GRIEVANCE[grieved(random, experience)])
  if (score === 3) return sentence([good, `${random.pick(MIXED)} ${lower(bad)}`], '')
  if (score > 3) {
    const more = random.chance(0.3) ? [good, random.pick(PRAISE[praised(random, experience)])] : [good]
    return sentence([...new Set(more)], random.pick(GOOD_END))
  }
  const more = random.chance(0.45) ? [bad, random.pick(GRIEVANCE[grieved(random, experience)])] : [bad]
  // Some people press Enter between thoughts: such a review must travel through CSV unharmed.
  return sentence([...new Set(more)], random.pick(BAD_END), random.chance(0.06) ? '.\n' : '. ')
}

function praised(random: Random, { online }: Experience): keyof typeof PRAISE {
  return random.pick(
    online
      ? (['time', 'portal', 'portal', 'papers', 'result'] as const)
      : (['time', 'queue', 'staff', 'staff', 'papers', 'result'] as const),
  )
}

function grieved(random: Random, { online, refused, overdue, queued, failed }: Experience): Matter {
  if (refused && random.chance(0.7)) return 'refusal'
  if (failed && random.chance(0.7)) return 'portal'
  if (queued && random.chance(0.7)) return 'queue'
  if (overdue && random.chance(0.7)) return 'time'
  return random.pick(
    online
      ? (['portal', 'portal', 'papers', 'time', 'result'] as const)
      : (['queue', 'staff', 'papers', 'time', 'result'] as const),
  )
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function sentence(parts: readonly string[], end: string, joint = '. '): string {
  return [...parts, end].filter((part) => part !== '').join(joint)
}

/** How many different single phrases the lists hold. */
export const PHRASES = new Set([...Object.values(PRAISE), ...Object.values(GRIEVANCE), GOOD_END, BAD_END].flat()).size
