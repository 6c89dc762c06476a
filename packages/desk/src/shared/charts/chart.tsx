import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use as withParts } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { EChartsOption } from 'echarts'
import { useEffect, useRef } from 'react'

withParts([LineChart, GridComponent, TooltipComponent, MarkPointComponent, AriaComponent, SVGRenderer])

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
    return () => {
      follow.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])

  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
