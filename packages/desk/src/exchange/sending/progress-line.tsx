import { Progress as Bar } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { useProgress } from './use-progress.ts'

/** How far the reading of a package is: phase, rows, time left. It goes on when the page is closed. */
export function ProgressLine({ id, name }: { readonly id: number; readonly name: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const progress = useProgress(id)
  const { phase = 'waiting', rows = 0, bytes = 0, totalBytes = 0, secondsLeft = null } = progress ?? {}
  const part = totalBytes === 0 ? 0 : Math.min(100, (100 * bytes) / totalBytes)
  const parts = [
    t(`progress.${phase}`),
    ...(rows > 0 ? [t('progress.rows', { count: rows, n: format.count(rows) })] : []),
    ...(secondsLeft === null ? [] : [t('progress.left', { duration: format.duration(secondsLeft) })]),
  ]
  return (
    <div className="stack-tight">
      <Bar.Root size="sm">
        <Bar.Section value={part} animated aria-label={t('progress.of', { name })} />
      </Bar.Root>
      {/* In a narrow column of a table the words go on below instead of over the figures beside. */}
      <span className="dim small num" style={{ whiteSpace: 'normal' }}>
        {parts.join(' · ')}
      </span>
    </div>
  )
}
