import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import { joinable, MOST_JOINED_BYTES, sizeOf, tooLargeToJoin } from './packing.ts'
import classes from './send-packages.module.css'

interface JoinChoiceProps {
  readonly files: readonly File[]
  readonly send: (together: boolean) => void
  readonly cancel: () => void
}

/** Several files at once: a day of one supplier as a rule, which belongs into one package. */
export function JoinChoice({ files, send, cancel }: JoinChoiceProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [how, setHow] = useState<'together' | 'apart'>('together')
  const tooLarge = tooLargeToJoin(files)
  return (
    <div className={classes.choice} role="group" aria-label={t('join.title')}>
      <p>
        <strong>
          {t('join.chosen', { count: files.length, n: format.count(files.length), size: format.bytes(sizeOf(files)) })}
        </strong>{' '}
        <span className={classes.names}>{files.map(({ name }) => name).join(', ')}</span>
      </p>
      {tooLarge ? (
        <p>{t('join.tooLarge', { size: format.bytes(MOST_JOINED_BYTES) })}</p>
      ) : (
        <>
          <SegmentedControl
            style={{ justifySelf: 'start' }}
            aria-label={t('join.title')}
            value={how}
            onChange={(value) => setHow(value === 'apart' ? 'apart' : 'together')}
            data={[
              { value: 'together', label: t('join.together') },
              { value: 'apart', label: t('join.apart') },
            ]}
          />
          <p className="dim small">
            {t('join.hint')} {joinable(files).length < files.length && t('join.archives')}
          </p>
        </>
      )}
      <div className="row">
        <Button onClick={() => send(how === 'together')}>{t('join.send')}</Button>
        <Button variant="default" onClick={cancel}>
          {t('actions.cancel')}
        </Button>
      </div>
    </div>
  )
}
