import type { Block, Poster } from './blocks.ts'
import type { Orientation, Paper } from './paper.ts'

/** Blocks on pages that lie the same way; a poster has a page to itself. */
export interface PageRun {
  readonly orientation: Orientation
  readonly blocks: readonly Block[]
  readonly poster?: Poster
}

/** The blocks as pages take them: turned, each with its own, and with their numbers in the titles. */
export function runsOf({ blocks, orientation = 'portrait' }: Pick<Paper, 'blocks' | 'orientation'>): PageRun[] {
  const runs: { orientation: Orientation; blocks: Block[]; poster?: Poster }[] = [{ orientation, blocks: [] }]
  let now = orientation
  for (const block of numbered(blocks)) {
    if (block.kind === 'page') runs.push({ orientation: (now = block.orientation ?? now), blocks: [] })
    else if (block.kind === 'poster') {
      runs.push({ orientation: block.orientation ?? now, blocks: [], poster: block }, { orientation: now, blocks: [] })
    } else runs.at(-1)?.blocks.push(block)
  }
  // A break at the very end, or a poster beside one, leaves no empty page. The first run carries the head, which a paper
  // that begins with a poster has none of.
  const headed = blocks[0]?.kind !== 'poster'
  return runs.filter((run, at) => (headed && at === 0) || run.poster !== undefined || run.blocks.length > 0)
}

/** «Таблица 1. …», «Рисунок 1. …»: in order, those that have a title. */
export function numbered(blocks: readonly Block[]): Block[] {
  const count = { table: 0, chart: 0 }
  return blocks.map((block) => {
    if (block.kind === 'table' && block.title !== undefined)
      return { ...block, title: `Таблица ${++count.table}. ${block.title}` }
    if (block.kind === 'chart') return { ...block, title: `Рисунок ${++count.chart}. ${block.title}` }
    return block
  })
}
