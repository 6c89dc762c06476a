import type { ListEdition } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** While an edition is being decided, or was sent back, who looks at its draft should know. */
export function PendingNotice({ single: [latest] }: { readonly single: readonly ListEdition[] }) {
  const { t } = useTranslation()
  if (latest === undefined || (latest.state !== 'on_approval' && latest.state !== 'returned')) return null
  return (
    <section className="panel stack-tight" aria-label={t('objects.pending')}>
      <p style={{ margin: 0 }}>
        {t(latest.state === 'returned' ? 'objects.returned' : 'objects.onApproval')}{' '}
        <Link to="/lists/$list" params={{ list: String(latest.id) }}>
          {t('lists.editionNumber', { number: latest.number })}
        </Link>
        . {t('objects.goesOn')}
      </p>
      {latest.state === 'returned' && latest.returned && (
        <blockquote style={{ margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {latest.returned.remarks}
        </blockquote>
      )}
    </section>
  )
}
