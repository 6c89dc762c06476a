import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface MoveButtonsProps {
  readonly move: (by: -1 | 1) => void
  readonly remove: () => void
  readonly children?: ReactNode
}

/** Where the chosen thing stands: up, down, out. */
export function MoveButtons({ move, remove, children }: MoveButtonsProps) {
  const { t } = useTranslation()
  return (
    <div className="row">
      <Button size="xs" variant="default" onClick={() => move(-1)}>
        {t('editor.up')}
      </Button>
      <Button size="xs" variant="default" onClick={() => move(1)}>
        {t('editor.down')}
      </Button>
      {children}
      <Button size="xs" variant="outline" color="red" onClick={remove}>
        {t('surveys.remove')}
      </Button>
    </div>
  )
}
