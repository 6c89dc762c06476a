import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, SidePanel } from './dialog.tsx'
import { FormTrouble } from './form-trouble.tsx'
import { ThrowAway } from './throw-away.tsx'

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

/**
 * A form in a window of its own: sends, says what was wrong beside the button that was pressed, asks everything anew when
 * it was taken. Escape and a click beside it throw nothing away that was typed: they ask first.
 */
export function FormDialog<T>(props: FormDialogProps<T>) {
  const { title, action, danger = false, unready = false, refused, side = false, save, saved, close, after } = props
  const { t } = useTranslation()
  const client = useQueryClient()
  const [typed, setTyped] = useState(false)
  const [leaving, setLeaving] = useState(false)
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
  const leave = () => (typed && !saving.isSuccess ? setLeaving(true) : close())
  const Window = side ? SidePanel : Dialog
  return (
    <Window title={title} close={leave} {...(side ? {} : { keep: shown !== undefined })}>
      {shown ?? (
        <form className="stack" onSubmit={submit} onInput={() => setTyped(true)}>
          {props.children}
          {saving.isError && <FormTrouble error={saving.error} />}
          {leaving ? (
            <ThrowAway stay={() => setLeaving(false)} leave={close} />
          ) : (
            <div className="row">
              <Button type="submit" loading={saving.isPending} {...(danger ? { color: 'red' } : {})}>
                {action}
              </Button>
              <Button variant="default" onClick={close}>
                {t('actions.cancel')}
              </Button>
            </div>
          )}
        </form>
      )}
    </Window>
  )
}
