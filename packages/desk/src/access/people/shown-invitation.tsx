import type { Invitation } from '@otklik/model/access/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { ShownOnce } from '../../shared/ui/shown-once.tsx'

interface ShownInvitationProps {
  readonly mail: string | null
  readonly invitation: Invitation
  readonly close: () => void
}

/** The one-time link of an invitation, and whether a letter took it along. */
export function ShownInvitation({ mail, invitation: { url, expiresAt, mailed }, close }: ShownInvitationProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ShownOnce label={t('people.link')} value={url} close={close}>
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {mailed ? t('people.mailedText', { mail: mail ?? '' }) : t('people.invitedText')}{' '}
        {t('people.linkUntil', { at: format.instant(expiresAt) })}
      </p>
    </ShownOnce>
  )
}
