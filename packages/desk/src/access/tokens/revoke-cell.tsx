import { Button } from '@mantine/core'
import type { Token } from '@otklik/model/access/api'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { useMay } from '../rights.ts'

interface RevokeCellProps {
  readonly token: Token
  readonly revoke: (token: Token) => void
}

/** The button that revokes a key, or when it was revoked; a word for those who may only look. */
export function RevokeCell({ token, revoke }: RevokeCellProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  if (token.revokedAt !== null) return t('tokens.revoked', { at: format.instant(token.revokedAt) })
  if (!may('suppliers.manage')) return '–'
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={t('tokens.revokeOf', { label: token.label })}
      onClick={() => revoke(token)}
    >
      {t('tokens.revoke')}
    </Button>
  )
}
