import { Button } from '@mantine/core'
import { listSuppliers, revokeToken, type Supplier } from '@otklik/model/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../shared/api/call.ts'
import { Dialog } from '../shared/ui/dialog.tsx'
import { FormTrouble } from '../shared/ui/form-trouble.tsx'

interface RevokeDialogProps {
  readonly supplier: Supplier
  readonly token: Supplier['tokens'][number]
  readonly close: () => void
}

/** A revoked key can't be given back: the system that uses it stops at once, so it is asked about. */
export function RevokeDialog({ supplier, token, close }: RevokeDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => call(revokeToken, { params: { code: supplier.code, id: token.id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [listSuppliers.path] })
      close()
    },
  })
  return (
    <Dialog title={t('tokens.revokeTitle', { label: token.label })} close={close}>
      <div className="stack">
        {revoke.isError && <FormTrouble error={revoke.error} />}
        <p style={{ margin: 0 }}>{t('tokens.revokeText')}</p>
        <div className="row">
          <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('tokens.revoke')}
          </Button>
          <Button variant="default" data-autofocus onClick={close}>
            {t('actions.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
