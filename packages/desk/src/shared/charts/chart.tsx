import type { EChartsOption } from 'echarts'
import { useEffect, useRef, useState } from 'react'
import classes from './chart.module.css'
import type { Drawing } from './drawing.ts'
import { whenNear } from './when-near.ts'

interface ChartProps {
  readonly option: EChartsOption
  /** What the picture shows, for those who do not see it; the figures stand in a table beside. */
  readonly label: string
  readonly height?: number
}

/**
 * The place where ECharts draws. The drawing library is most of what a screen of figures weighs: it comes when the place
 * is about to be seen, and on paper the figures stand in their table meanwhile.
 */
export function Chart({ option, label, height = 280 }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<Drawing | null>(null)

  useEffect(() => {
    const place = box.current
    if (place === null) return undefined
    let drawn: Drawing | null = null
    let gone = false
    const stop = whenNear(place, async () => {
      const { drawInto } = await import('./drawing.ts')
      if (gone) return
      drawn = drawInto(place)
      setDrawing(drawn)
    })
    return () => {
      gone = true
      stop()
      drawn?.end()
    }
  }, [])
  useEffect(() => {
    drawing?.chart.setOption(option, { notMerge: true })
  }, [drawing, option])

  return (
    <div
      ref={box}
      className={classes.box}
      role="img"
      aria-label={label}
      aria-busy={drawing === null}
      style={{ height, width: '100%' }}
    />
  )
}
