import { dayInWords } from '@otklik/model/print'
import { hashOf, type Paper, type PosterItem } from '../../platform/papers/index.ts'
import { CENTRE, type IssuedDocument, madeOf } from './document.ts'

const PAGE = { left: 30, width: 237 } as const

/** The certificate as it hangs on a wall: what conforms, from when until when, and a code that opens its public page. */
export function certificatePaper(document: IssuedDocument, page: string): Paper {
  const { number, dated, data, validFrom, validTo } = document
  const line = (y: number, size: number, text: string, bold = false): PosterItem => ({
    x: PAGE.left,
    y,
    width: PAGE.width,
    text: bold ? [{ text, bold: true }] : text,
    size,
    align: 'centre',
  })
  const left = { x: PAGE.left, width: 175, size: 11 } as const
  return {
    name: `Сертификат ${number}`,
    author: CENTRE,
    made: madeOf(document),
    hash: hashOf({ number, dated, data, validFrom, validTo }),
    orientation: 'landscape',
    head: { title: `Сертификат ${number}` },
    blocks: [
      {
        kind: 'poster',
        orientation: 'landscape',
        framed: true,
        items: [
          line(22, 13, CENTRE),
          line(36, 26, 'СЕРТИФИКАТ', true),
          line(50, 13, 'соответствия принципам и стандартам клиентоцентричности'),
          line(60, 13, `№ ${number} от ${dayInWords(dated)}`),
          line(74, nameSize(data.name), data.name, true),
          line(116, 12, data.authority ?? 'Уполномоченный орган не указан'),
          line(132, 14, `Интегральный уровень соответствия: ${data.score.level} %`, true),
          line(
            141,
            12,
            `Действует с ${dayInWords(validFrom ?? dated)} по ${dayInWords(validTo ?? dated)} включительно`,
          ),
          { ...left, y: 160, text: 'Уполномоченное лицо Аналитического центра' },
          { ...left, y: 172, text: `____________________ / ${data.by}` },
          { x: 232, y: 152, width: 32, qr: page },
          { x: 216, y: 185, width: 64, text: 'Проверить, действует ли сертификат', size: 8, align: 'centre' },
        ],
      },
    ],
  }
}

/** Long names are set smaller, so that they stay on four lines. */
function nameSize({ length }: string): number {
  if (length <= 120) return 20
  return length <= 260 ? 15 : 11
}
