import classes from './share-bar.module.css'

interface ShareBarProps {
  /** In percent. */
  readonly share: number
  readonly low: number | null
  readonly high: number | null
}

/** A share with its interval: a picture of the figures that stand beside it. */
export function ShareBar({ share, low, high }: ShareBarProps) {
  return (
    <div className={classes.track} aria-hidden="true">
      <span className={classes.fill} style={{ width: `${share}%` }} />
      {low !== null && high !== null && (
        <span className={classes.interval} style={{ left: `${low}%`, width: `${high - low}%` }} />
      )}
    </div>
  )
}
