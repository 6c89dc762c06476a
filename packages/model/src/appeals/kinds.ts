/** What people write (59-ФЗ, 8-ФЗ, 210-ФЗ); a review has no term by law. */
export const KINDS = {
  proposal: 'Предложение',
  application: 'Заявление',
  complaint: 'Жалоба',
  request: 'Запрос информации',
  pretrial: 'Досудебная жалоба',
  review: 'Отзыв, замечание, идея',
} as const
export type Kind = keyof typeof KINDS

/** Where appeals come from: the sources of the Порядок сбора обратной связи, пункт 2.3, and our own. */
export const SOURCES = {
  governor: 'Интернет-приёмная Губернатора и Правительства',
  site: 'Официальный сайт органа',
  forwarded: 'Перенаправлено по 59-ФЗ',
  pos: 'Платформа обратной связи',
  epgu: 'ЕПГУ',
  mkgu: '«Ваш контроль»',
  email: 'Электронная почта',
  post: 'Почта',
  social: 'Социальные сети',
  social_poll: 'Опросы в социальных сетях',
  ideas: 'Идеи по развитию сайта',
  reception: 'Личный приём',
  research: 'Социологические исследования',
  do: 'Досудебное обжалование',
  package: 'Первичные данные',
  survey: 'Опрос',
  other: 'Другое',
} as const
export type Source = keyof typeof SOURCES

/** How an appeal ended; the first four with an answer on the merits, the others by being closed. */
export const OUTCOMES = {
  satisfied: 'Удовлетворено',
  partly: 'Удовлетворено частично',
  explained: 'Разъяснено',
  refused: 'Отказано',
  forwarded: 'Перенаправлено',
  no_answer: 'Без ответа по закону',
  withdrawn: 'Отозвано заявителем',
} as const
export type Outcome = keyof typeof OUTCOMES

/** Those of the kinds whose outcomes count as complaints satisfied or refused. */
export const COMPLAINTS: readonly Kind[] = ['complaint', 'pretrial']

export const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text)
export const isSource = (text: string): text is Source => Object.hasOwn(SOURCES, text)
export const isOutcome = (text: string): text is Outcome => Object.hasOwn(OUTCOMES, text)
