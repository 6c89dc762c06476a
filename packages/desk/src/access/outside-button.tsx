import { Button } from '@mantine/core'
import classes from './outside-button.module.css'

interface OutsideButtonProps {
  readonly text: string
  readonly loading: boolean
  readonly go: () => void
}

/** Leads to another system, whose name may be long: it goes on in the next line. */
export function OutsideButton({ text, loading, go }: OutsideButtonProps) {
  return (
    <Button
      variant="default"
      classNames={{ root: classes.button ?? '', label: classes.label ?? '' }}
      loading={loading}
      onClick={go}
    >
      {text}
    </Button>
  )
}
