import { dayNumber } from '../../days/index.ts'
import { dayInFigures } from '../../print/index.ts'
import type { Guard } from '../../processes/index.ts'
import { extensionFault } from '../deadline.ts'
import type { AppealAbout } from './about.ts'

/** Days after the answer in which it can be reopened, and after which it closes by itself. */
export const DAYS_TO_REOPEN = 30
export const MOST_REOPENINGS = 2

const daysSinceAnswer = ({ answered, today }: AppealAbout): number =>
  answered === null ? Number.POSITIVE_INFINITY : dayNumber(today) - dayNumber(answered)
const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
const needed = (field: 'reason' | 'way' | 'addressee' | 'outcome' | 'ground', says: string): Guard<AppealAbout> => ({
  holds: ({ given }) => filled(given[field]),
  says,
})

/** Of an extension: why the rule forbids it; undefined where it does not. */
const extensionMessage = ({ rule, given }: AppealAbout): string | undefined =>
  rule === null
    ? 'У обращения нет срока по закону: продлевать нечего.'
    : extensionFault(rule, given.extendBy ?? 0)?.message

/** What must hold for the events of an appeal. */
export const APPEAL_GUARDS = {
  numbered: {
    holds: ({ number }) => number !== null,
    says: 'Номер обращения не присвоен. Зарегистрируйте его в реестре органа.',
  },
  has_rule: {
    holds: ({ rule }) => rule !== null,
    says: 'Правило срока не выбрано. Выберите предложенное или другое.',
  },
  has_reason: needed('reason', 'Не указана причина. Напишите её.'),
  original_fits: {
    holds: ({ given: { original } }) =>
      original !== undefined && original !== null && !original.itself && original.sameAuthority && !original.duplicate,
    says: ({ given: { original } }) => originalMessage(original),
  },
  executor_in_reach: {
    holds: ({ given }) => given.executorInReach === true,
    says: 'Исполнитель не из Вашей части системы или не указан. Выберите другого.',
  },
  extension_allowed: {
    holds: (about) => (about.given.extendBy ?? 0) > 0 && extensionMessage(about) === undefined,
    says: (about) => extensionMessage(about) ?? 'Не указано, на сколько дней продлить срок.',
  },
  extended_once: {
    holds: ({ extended_by }) => extended_by === 0,
    says: ({ extended_by }) => `Срок уже продлён на ${extended_by} дней, продлевают его один раз.`,
  },
  before_due: {
    holds: ({ due, today }) => due !== null && today < due,
    says: ({ due }) =>
      due === null ? 'Срок не сосчитан.' : `Продлевают до наступления последнего дня срока, а он ${dayInFigures(due)}.`,
  },
  applicant_told: needed('way', 'Не указано, как уведомить заявителя. Выберите способ.'),
  has_addressee: needed('addressee', 'Не указано, кому перенаправить. Выберите орган или организацию.'),
  has_outcome: needed('outcome', 'Не выбран итог рассмотрения.'),
  has_content: {
    holds: ({ given }) => given.content === true,
    says: 'Нет ответа. Напишите текст или приложите файл.',
  },
  has_way: needed('way', 'Не указано, как отправить ответ. Выберите способ.'),
  has_ground: needed('ground', 'Не выбрано основание, по которому обращение закрывают.'),
  content_applicant: {
    holds: ({ given: { solved } }) => solved === 'yes' || solved === 'partly',
    says: 'Заявитель не подтвердил, что вопрос решён хотя бы частично.',
  },
  in_time_to_reopen: {
    holds: (about) => daysSinceAnswer(about) <= DAYS_TO_REOPEN,
    says: ({ answered }) =>
      answered === null
        ? 'Ответа не было: возобновлять нечего. Подайте новое обращение.'
        : `Возобновить можно в течение ${DAYS_TO_REOPEN} дней после ответа, а он дан ${dayInFigures(answered)}. Подайте новое обращение.`,
  },
  reopenings_left: {
    holds: ({ reopened }) => reopened < MOST_REOPENINGS,
    says: `Обращение возобновляли ${MOST_REOPENINGS} раза, больше нельзя. Подайте новое обращение.`,
  },
  long_silent: {
    holds: (about) => about.answered !== null && daysSinceAnswer(about) > DAYS_TO_REOPEN,
    says: `После ответа ещё не прошло ${DAYS_TO_REOPEN} дней: заявитель может отозваться.`,
  },
} as const satisfies Record<string, Guard<AppealAbout>>

function originalMessage(original: AppealAbout['given']['original']): string {
  if (original === undefined || original === null) return 'Не указано обращение, которое повторено.'
  if (original.itself) return 'Обращение не может быть дубликатом самого себя.'
  if (!original.sameAuthority) return 'Обращение, которое повторено, другого органа. Дубликат бывает в одном органе.'
  return 'Обращение, которое повторено, само дубликат. Укажите его оригинал.'
}
