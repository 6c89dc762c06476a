import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'
import { halfPoints, twips } from './units.ts'

/** In every office suite, or with its twin of the same measures; PT Sans is at hand on few machines. */
export const FONT = 'Times New Roman'

const heading = (points: number) => ({
  run: { size: halfPoints(points), bold: true, color: '000000', font: FONT },
  paragraph: { spacing: { before: 280, after: 140 }, keepNext: true, alignment: AlignmentType.LEFT },
})

/** Word's own styles of headings, so that its navigation pane shows them, and styles of ours for the rest. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FONT,
        size: halfPoints(12),
        language: { value: 'ru-RU', eastAsia: 'ru-RU', bidirectional: 'ru-RU' },
      },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: halfPoints(15), bold: true, color: '000000', font: FONT },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 160 } },
    },
    heading1: heading(14),
    heading2: heading(13),
    heading3: heading(12),
  },
  paragraphStyles: [
    paragraphStyle('Caption', 'caption', 11, { keepNext: true, spacing: { before: 200, after: 80 } }, true),
    paragraphStyle('Lead', 'Главное', 13, { spacing: { after: 160 } }),
    paragraphStyle('Note', 'Примечание', 10, { spacing: { before: 60, after: 60 } }),
    paragraphStyle('Cell', 'Текст таблицы', 10, {
      spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO },
    }),
    paragraphStyle(
      'CellHead',
      'Шапка таблицы',
      10,
      { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
      true,
    ),
    paragraphStyle('Small', 'Мелкий текст', 8, { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
  ],
}

function paragraphStyle(id: string, name: string, points: number, paragraph: object, bold = false) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run: { size: halfPoints(points), bold }, paragraph }
}

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: twips(7 + at * 7), hanging: twips(6) } } },
})

/** Lists: dashes, or numbers with dashes within. */
export const NUMBERING = {
  config: [
    { reference: 'dashes', levels: [level(0, LevelFormat.BULLET, '–'), level(1, LevelFormat.BULLET, '–')] },
    { reference: 'numbers', levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.BULLET, '–')] },
  ],
} as const
