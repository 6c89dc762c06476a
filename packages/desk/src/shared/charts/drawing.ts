import { LineChart } from 'echarts/charts'
import { GridSimpleComponent, MarkLineComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use as withParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

withParts([LineChart, GridSimpleComponent, TooltipComponent, MarkLineComponent, MarkPointComponent, SVGRenderer])

/** The width of an A4 page within its margins. */
const PAPER = 660

export interface Drawing {
  readonly chart: ECharts
  readonly end: () => void
}

/** Draws into a box, and follows its width until the end. */
export function drawInto(box: HTMLElement): Drawing {
  const chart = init(box, null, { renderer: 'svg' })
  const follow = new ResizeObserver(() => chart.resize())
  follow.observe(box)
  const ends = fitPaper(chart)
  const end = () => {
    follow.disconnect()
    ends()
    chart.dispose()
  }
  return { chart, end }
}

/** Paper is narrower than the screen and is laid out without telling anyone: the drawing must be able to shrink. */
function fitPaper(drawn: ECharts): () => void {
  const before = () => {
    drawn.resize({ width: Math.min(drawn.getWidth(), PAPER) })
    // It would draw in the next frame, which paper does not wait for.
    drawn.getZr().flush()
    const svg = drawn.getDom().querySelector('svg')
    svg?.setAttribute('viewBox', `0 0 ${drawn.getWidth()} ${drawn.getHeight()}`)
  }
  const after = () => {
    drawn.getDom().querySelector('svg')?.removeAttribute('viewBox')
    drawn.resize({ width: 'auto' })
  }
  window.addEventListener('beforeprint', before)
  window.addEventListener('afterprint', after)
  return () => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  }
}
