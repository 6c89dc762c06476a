import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx'

interface RevokeDialogProps {
  readonly label: string
  /** What stops when the key is gone. */
  readonly text: string
  readonly revoke: () => Promise<unknown>
  readonly close: () => void
}

/** A revoked key can't be given back: the system that uses it stops at once, so it is asked about. */
export function RevokeDialog({ label, text, revoke, close }: RevokeDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t('tokens.revokeTitle', { label })}
      action={t('tokens.revoke')}
      danger
      run={revoke}
      close={close}
    >
      {text}
    </ConfirmDialog>
  )
}
