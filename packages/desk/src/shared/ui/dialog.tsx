import { Drawer, Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface DialogProps {
  readonly title: string
  readonly close: () => void
  /** Closing by a click beside the window would lose what is shown only once. */
  readonly keep?: boolean
  readonly children: ReactNode
}

/** A window over the page; it is there while it is rendered, and gives the focus back to where it came from. */
export function Dialog({ title, close, keep = false, children }: DialogProps) {
  const { t } = useTranslation()
  useReturnedFocus()
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      closeOnClickOutside={!keep}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {children}
    </Modal>
  )
}

/** The same at the side of the page, for records with many fields. */
export function SidePanel({ title, close, children }: Omit<DialogProps, 'keep'>) {
  const { t } = useTranslation()
  useReturnedFocus()
  return (
    <Drawer
      opened
      onClose={close}
      title={title}
      size="lg"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {children}
    </Drawer>
  )
}

/** The element that had the focus before a window came gets it again when the window goes. */
export function useReturnedFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After the window has left the page: until then it holds the focus.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body)
          before.focus()
      })
    },
    [before],
  )
}
