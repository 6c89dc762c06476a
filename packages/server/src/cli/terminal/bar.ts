import { Presets, SingleBar } from 'cli-progress'
import { timeLeft } from './time-left.ts'

/** A progress bar on a terminal's stderr; in a pipe nothing is written. */
export interface Bar {
  show(progress: { rows: number; bytes: number; total?: number }): void
  stop(): void
}

/** @param total bytes to come, if known. @param options `sizes`: says the bytes too. */
export function startBar(total: number, { sizes = false } = {}): Bar {
  if (!process.stderr.isTTY) return { show: () => undefined, stop: () => undefined }
  const format = ` {bar} {percentage} % |${sizes ? ' {size} МБ |' : ''} {rows} строк | осталось {left}`
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  )
  const started = Date.now()
  bar.start(Math.max(total, 1), 0, { rows: 0, size: 0, left: '…' })
  return {
    show: ({ rows, bytes, total: known }) => {
      if (known) bar.setTotal(known)
      const size = Math.round(bytes / 2 ** 20).toLocaleString('ru')
      const left = timeLeft(Date.now() - started, bytes / bar.getTotal())
      bar.update(bytes, { rows: rows.toLocaleString('ru'), size, left })
    },
    stop: () => bar.stop(),
  }
}
