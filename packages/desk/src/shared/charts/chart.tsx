import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use as withParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { EChartsOption } from 'echarts'
import { useEffect, useRef } from 'react'
import classes from './chart.module.css'

withParts([LineChart, GridComponent, TooltipComponent, MarkPointComponent, AriaComponent, SVGRenderer])

/** The width of an A4 page within its margins. */
const PAPER = 660

interface ChartProps {
  readonly option: EChartsOption
  /** What the picture shows, for those who do not see it; the figures stand in a table beside. */
  readonly label: string
  readonly height?: number
}

/** The place where ECharts draws; follows the width of its box. */
export function Chart({ option, label, height = 280 }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)

  useEffect(() => {
    if (box.current === null) return undefined
    const drawn = init(box.current, null, { renderer: 'svg' })
    chart.current = drawn
    const follow = new ResizeObserver(() => drawn.resize())
    follow.observe(box.current)
    const ends = fitPaper(drawn)
    return () => {
      follow.disconnect()
      ends()
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])

  return <div ref={box} className={classes.box} role="img" aria-label={label} style={{ height, width: '100%' }} />
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
