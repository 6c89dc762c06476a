import type { ListEdition } from '@otklik/model/certification/api'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { ListStateBadge } from './list-state.tsx'

/** One edition in a line: where it stands, what is in it, by which paper. */
export function EditionLine({ edition }: { readonly edition: ListEdition }) {
  const { t } = useTranslation()
  const { id, kind, number, state, counts } = edition
  const paper = usePaper(edition)
  return (
    <div className="stack-tight">
      <div className="row">
        <ListStateBadge state={state} />
        <Link to="/lists/$list" params={{ list: String(id) }}>
          {t('lists.editionNumber', { number })}
        </Link>
      </div>
      <span>{useCounts(kind, counts)}</span>
      {paper !== null && (
        <span className="dim" style={{ overflowWrap: 'anywhere' }}>
          {paper}
        </span>
      )}
    </div>
  )
}

/** «входит 120 объектов, не входит 14» */
export function useCounts(kind: ListEdition['kind'], { admitted, leftOut }: ListEdition['counts']): string {
  const { t } = useTranslation()
  const format = useFormat()
  const inside = t('lists.countIn', { count: admitted, n: format.count(admitted) })
  return kind === 'single' ? inside : `${inside}, ${t('lists.countOut', { n: format.count(leftOut) })}`
}

/** The last thing that was done about an edition, in words. */
function usePaper({ approved, submitted, published, created, state, returned }: ListEdition): string | null {
  const { t } = useTranslation()
  const format = useFormat()
  const told = (act: { by: string; at: string } | null, key: 'submitted' | 'published' | 'created' | 'returned') =>
    act === null ? null : t(`lists.told_${key}`, { by: act.by, at: format.instant(act.at) })
  if (state === 'approved' && approved !== null)
    return t('lists.protocolOf', { number: approved.protocolNumber, day: format.day(approved.protocolDate) })
  if (state === 'on_approval') return told(submitted, 'submitted')
  if (state === 'published') return told(published, 'published')
  return told(
    state === 'returned' || returned !== null ? returned : created,
    returned === null ? 'created' : 'returned',
  )
}
