import { lookOf } from '../charts/looks.ts'
import type { Part } from './zip.ts'

const SERIES_FILL =
  /(<c:ser><c:idx val="(\d+)"\/>(?:(?!<\/c:ser>)[\s\S])*?<c:spPr>)<a:solidFill>[\s\S]*?<\/a:solidFill>(?:<a:ln>[\s\S]*?<\/a:ln>)?/g

/** Charts in Russian, and the bars of their series hatched and outlined, to be told apart in black and white. */
export function printedChart(part: Part): Part {
  if (!/\/charts\/chart\d+\.xml$/.test(part.path)) return part
  const text = part.content.toString('utf8').replaceAll('en-US', 'ru-RU')
  const hatched = text.includes('<c:barChart>')
    ? text.replace(SERIES_FILL, (_, before: string, at: string) => before + fill(Number(at)) + OUTLINE)
    : text
  return { ...part, content: Buffer.from(hatched, 'utf8') }
}

const colour = (value: string): string => `<a:srgbClr val="${value}"/>`
const OUTLINE = `<a:ln w="6350"><a:solidFill>${colour('000000')}</a:solidFill></a:ln>`

function fill(at: number): string {
  const { shade, hatching } = lookOf(at)
  return hatching === undefined
    ? `<a:solidFill>${colour(shade)}</a:solidFill>`
    : `<a:pattFill prst="${hatching}"><a:fgClr>${colour('000000')}</a:fgClr><a:bgClr>${colour('FFFFFF')}</a:bgClr></a:pattFill>`
}
