import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/index.ts'

interface PagerProps {
  readonly total: number
  readonly offset: number
  readonly size: number
  readonly go: (offset: number) => void
}

/** Steps through a long list; nothing where it fits on one page. */
export function Pager({ total, offset, size, go }: PagerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (total <= size && offset === 0) return null
  const range = { from: format.count(Math.min(offset + 1, total)), to: format.count(Math.min(offset + size, total)) }
  return (
    <nav className="row no-print" aria-label={t('table.pages')}>
      <Button variant="default" disabled={offset === 0} onClick={() => go(Math.max(0, offset - size))}>
        {t('actions.previous')}
      </Button>
      <span className="num">{t('table.range', { ...range, total: format.count(total) })}</span>
      <Button variant="default" disabled={offset + size >= total} onClick={() => go(offset + size)}>
        {t('actions.next')}
      </Button>
    </nav>
  )
}
