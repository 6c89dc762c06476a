import type { Timeline } from '@otklik/model/progress/api'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OriginLink } from './origin-link.tsx'

type Origin = Timeline['events'][number]['origin']

interface SentRecordProps {
  readonly origin: Origin
  /** Where the row came from that counts in its place; null: this one counts. */
  readonly replacedBy: Origin | null
  readonly children: ReactNode
}

/** A row as it was sent, and whether it still counts: one that was replaced is pale and says by which. */
export function SentRecord({ origin, replacedBy, children }: SentRecordProps) {
  const { t } = useTranslation()
  return (
    <div className="stack-tight" data-replaced={replacedBy !== null}>
      {replacedBy && (
        <p className="small" style={{ margin: 0 }}>
          <strong>{t('request.replaced')}</strong> <OriginLink origin={replacedBy} />
        </p>
      )}
      {replacedBy ? <div className="dim">{children}</div> : children}
      <OriginLink origin={origin} />
    </div>
  )
}
