import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, SidePanel } from './dialog.tsx'
import { FormTrouble } from './form-trouble.tsx'

interface FormDialogProps<T> {
  readonly title: string
  /** The word of the button that sends the form. */
  readonly action: string
  readonly danger?: boolean
  /** Not sent while something is missing that the browser can't see. */
  readonly unready?: boolean
  /** Told that it was not sent for that. */
  readonly refused?: () => void
  /** At the side of the page, for forms of many fields. */
  readonly side?: boolean
  readonly save: () => Promise<T>
  readonly saved?: (answer: T) => void
  readonly close: () => void
  /** What is shown once the form was taken, instead of closing. */
  readonly after?: (answer: T) => ReactNode
  readonly children: ReactNode
}

/** A form in a window of its own: sends, says what was wrong, asks everything anew when it was taken. */
export function FormDialog<T>(props: FormDialogProps<T>) {
  const {
    title,
    action,
    danger = false,
    unready = false,
    refused,
    side = false,
    save,
    saved,
    close,
    after,
    children,
  } = props
  const { t } = useTranslation()
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async (answer) => {
      if (after === undefined) close()
      saved?.(answer)
      await client.invalidateQueries()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unready) refused?.()
    else saving.mutate()
  }
  const shown = saving.isSuccess ? after?.(saving.data) : undefined
  const Window = side ? SidePanel : Dialog
  return (
    <Window title={title} close={close} {...(side ? {} : { keep: shown !== undefined })}>
      {shown ?? (
        <form className="stack" onSubmit={submit}>
          {saving.isError && <FormTrouble error={saving.error} />}
          {children}
          <div className="row">
            <Button type="submit" loading={saving.isPending} {...(danger ? { color: 'red' } : {})}>
              {action}
            </Button>
            <Button variant="default" onClick={close}>
              {t('actions.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Window>
  )
}
