import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const route = getRouteApi('/desk/audit')

interface AuditPagesProps {
  readonly first: boolean
  /** The number before which the next page begins. */
  readonly next: number | null
}

/** Back in time page by page; the log grows at its head, so a page is known by a record, not by an offset. */
export function AuditPages({ first, next }: AuditPagesProps) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  if (first && next === null) return null
  const go = (before: string | undefined) => void navigate({ search: (search) => ({ ...search, before }) })
  return (
    <nav className="row no-print" aria-label={t('table.pages')}>
      <Button variant="default" disabled={first} onClick={() => go(undefined)}>
        {t('audit.toLast')}
      </Button>
      <Button variant="default" disabled={next === null} onClick={() => go(String(next))}>
        {t('audit.earlier')}
      </Button>
    </nav>
  )
}
