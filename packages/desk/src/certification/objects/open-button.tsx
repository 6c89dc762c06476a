import classes from './open-button.module.css'

interface OpenButtonProps {
  readonly name: string
  readonly open: () => void
}

/** The name in a table opens what it names at the side; a column of buttons would push others off the screen. A long one is cut after three lines. */
export function OpenButton({ name, open }: OpenButtonProps) {
  return (
    <button type="button" className={classes.open} onClick={open}>
      <span>{name}</span>
    </button>
  )
}
