import type { Poster, PosterItem } from '../../platform/papers/index.ts'

/** What a poster says. */
export interface PosterText {
  readonly authority: string
  readonly title: string
  /** Service and office, as far as the link names them. */
  readonly about: readonly string[]
  readonly url: string
  /** Why nobody should be sent there any more. */
  readonly closed: string | null
  readonly minutes: number
}

/** Millimetres of an A4. */
const LEFT = 20
const WIDTH = 170
const CODE = 90

const line = (y: number, size: number, text: string, bold = false): PosterItem => ({
  x: LEFT,
  y,
  width: WIDTH,
  size,
  align: 'centre',
  text: bold ? [{ text, bold }] : text,
})

/** A sheet for a wall: who asks, what about, the code, the address in letters, and that nobody is named. */
export function posterOf({ authority, title, about, url, closed, minutes }: PosterText): Poster {
  const items: PosterItem[] = [
    line(16, 14, authority),
    line(38, 30, 'Расскажите, как вас обслужили', true),
    line(66, 16, title),
    line(84, 14, about.join('\n')),
    { x: (210 - CODE) / 2, y: 112, width: CODE, qr: url },
    line(208, 13, 'Наведите камеру телефона на код или наберите адрес:'),
    line(218, addressSize(url), withoutScheme(url), true),
    line(
      238,
      13,
      `Опрос анонимный: ни имени, ни телефона, ни адреса мы не спрашиваем и не записываем. Займёт около ${minutes} мин.`,
    ),
    line(254, 13, 'Ваши ответы покажут, что в работе с людьми нужно изменить.'),
    line(268, 11, 'Это не обращение: ответа на него не будет. Обращение можно подать в орган или на Госуслугах.'),
  ]
  const words = closed === null ? items : [...items, line(102, 16, `Ссылка закрыта: ${closed}`, true)]
  return { kind: 'poster', framed: true, items: words }
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '')

/** As large as the whole address stands in one line. */
const addressSize = (url: string): number => Math.max(11, Math.min(24, Math.floor(760 / withoutScheme(url).length)))
