import type { Look } from '../looks.ts'

export const FONT_SIZE = 8.5
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

const round = (value: number): string => String(Number(value.toFixed(2)))

type Attributes = Readonly<Record<string, string | number>>

export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`,
  )
  return `<${name}${written.join('')}${content === '' ? '/>' : `>${content}</${name}>`}`
}

type Anchor = 'start' | 'middle' | 'end'

export const label = (text: string, x: number, y: number, anchor: Anchor = 'start'): string =>
  element('text', { x, y, 'text-anchor': anchor }, escapeXml(text))

/** A text that stays legible over lines. */
export const raised = (text: string, x: number, y: number): string =>
  element(
    'text',
    { x, y, stroke: '#fff', 'stroke-width': 2, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
    escapeXml(text),
  )

export const line = (from: readonly [number, number], to: readonly [number, number], more: Attributes = {}): string =>
  element('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: '#000', 'stroke-width': 0.6, ...more })

/** About how wide a text is, in the units of the picture. */
export const widthOf = (text: string, size = FONT_SIZE): number => text.length * size * 0.54

export const DASHES: Readonly<Record<Look['dash'], string>> = {
  solid: 'none',
  dash: '5 3',
  dot: '1.5 2.5',
  longDash: '9 4',
  dashDot: '7 3 1.5 3',
}

const HATCHINGS: Readonly<Record<NonNullable<Look['hatching']>, string>> = {
  wdUpDiag: 'M-1 1L1 -1M0 5L5 0M4 6L6 4',
  wdDnDiag: 'M-1 4L1 6M0 0L5 5M4 -1L6 1',
  dkHorz: 'M0 1.2H5M0 3.7H5',
  pct20: 'M0.7 1.2H1.7M3.2 3.7H4.2',
}

/** What the hatchings of the looks are drawn with, to stand in `defs`. */
export const hatchingDefs = (): string =>
  Object.entries(HATCHINGS)
    .map(([id, d]) =>
      element(
        'pattern',
        { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
        element('rect', { width: 5, height: 5, fill: '#fff' }) +
          element('path', { d, stroke: '#000', 'stroke-width': 0.9 }),
      ),
    )
    .join('')

export const fillOf = ({ shade, hatching }: Look): string =>
  hatching === undefined ? `#${shade}` : `url(#${hatching})`

export function point({ point: shape, shade }: Look, x: number, y: number): string {
  const r = 2.6
  const paint = { fill: `#${shade}`, stroke: '#000', 'stroke-width': 0.6 }
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r, ...paint })
  if (shape === 'square') return element('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, ...paint })
  const paths = {
    triangle: [`M${round(x)} ${round(y - r)}L${round(x + r)} ${round(y + r)}H${round(x - r)}Z`],
    diamond: [
      `M${round(x)} ${round(y - r)}L${round(x + r)} ${round(y)}L${round(x)} ${round(y + r)}L${round(x - r)} ${round(y)}Z`,
    ],
    x: [
      `M${round(x - r)} ${round(y - r)}L${round(x + r)} ${round(y + r)}M${round(x - r)} ${round(y + r)}L${round(x + r)} ${round(y - r)}`,
    ],
  }
  return element('path', { d: paths[shape].join(''), ...paint })
}
