import { Presets, SingleBar } from 'cli-progress'

/** A progress bar on a terminal's stderr; in a pipe nothing is written. */
export interface Bar {
  show(progress: { rows: number; bytes: number; total?: number }): void
  stop(): void
}

/** @param total bytes to come, if known. @param options `sizes`: says the bytes too. */
export function startBar(total: number, { sizes = false } = {}): Bar {
  if (!process.stderr.isTTY) return { show: () => undefined, stop: () => undefined }
  const format = ` {bar} {percentage} % |${sizes ? ' {size} МБ |' : ''} {rows} строк | осталось {eta_formatted}`
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  )
  bar.start(Math.max(total, 1), 0, { rows: 0, size: 0 })
  return {
    show: ({ rows, bytes, total: known }) => {
      if (known) bar.setTotal(known)
      bar.update(bytes, { rows: rows.toLocaleString('ru'), size: Math.round(bytes / 2 ** 20).toLocaleString('ru') })
    },
    stop: () => bar.stop(),
  }
}
