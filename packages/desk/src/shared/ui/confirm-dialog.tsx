import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'
import { FormTrouble } from './form-trouble.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  /** The word of the button that does it. */
  readonly action: string
  /** What takes something away from someone is red, and is not what Enter does. */
  readonly danger?: boolean
  readonly run: () => Promise<unknown>
  readonly close: () => void
}

/** Says what will come of it, and asks once more. */
export function ConfirmDialog({ title, children, action, danger = false, run, close }: ConfirmDialogProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const doing = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await client.invalidateQueries()
      close()
    },
  })
  const first = (is: boolean) => (is ? { 'data-autofocus': true } : {})
  return (
    <Dialog title={title} close={close}>
      <div className="stack">
        {doing.isError && <FormTrouble error={doing.error} />}
        <div style={{ overflowWrap: 'anywhere' }}>{children}</div>
        <div className="row">
          <Button
            {...(danger ? { color: 'red' } : {})}
            {...first(!danger)}
            loading={doing.isPending}
            onClick={() => doing.mutate()}
          >
            {action}
          </Button>
          <Button variant="default" {...first(danger)} onClick={close}>
            {t('actions.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
