import { Button, Textarea } from '@mantine/core'
import { tryMasking } from '@otklik/model/change/api'
import { MASKED } from '@otklik/model/change'
import { useMutation } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { SmallTable } from '../../shared/table/small-table.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { Page } from '../../shared/ui/page.tsx'
import classes from './coding.module.css'

/** «Проверить маскирование»: what is found in a text, and as what. Nothing of it is kept. */
export function MaskingScreen() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const trying = useMutation({ mutationFn: (asked: string) => call(tryMasking, { body: { text: asked } }) })
  const tried = trying.variables ?? ''
  return (
    <Page place={t('nav.masking')} title={t('masking.title')} about={t('masking.about')}>
      <form
        className="panel stack"
        onSubmit={(event) => {
          event.preventDefault()
          trying.mutate(text)
        }}
      >
        {trying.isError && <FormTrouble error={trying.error} />}
        <Textarea
          label={t('masking.text')}
          autosize
          minRows={4}
          maxRows={16}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={trying.isPending} disabled={text.trim() === ''}>
            {t('masking.try')}
          </Button>
        </div>
      </form>
      {trying.data && (
        <section className="panel stack" aria-label={t('masking.result')} aria-live="polite">
          <h2>{t('masking.result')}</h2>
          <blockquote className={classes.text}>
            <Marked text={tried} found={trying.data.found} />
          </blockquote>
          {trying.data.found.length === 0 ? (
            <p>{t('masking.nothing')}</p>
          ) : (
            <FoundTable text={tried} found={trying.data.found} />
          )}
          <h2>{t('masking.masked')}</h2>
          <blockquote className={classes.text}>{trying.data.masked}</blockquote>
        </section>
      )}
    </Page>
  )
}

interface FoundProps {
  readonly text: string
  readonly found: readonly { readonly kind: keyof typeof MASKED; readonly start: number; readonly end: number }[]
}

/** Offsets count code points, which a text does not. */
const slice = (points: readonly string[], start: number, end?: number): string => points.slice(start, end).join('')

function Marked({ text, found }: FoundProps) {
  const points = [...text]
  return (
    <>
      {found.map(({ kind, start, end }, at) => (
        <Fragment key={start}>
          {slice(points, found[at - 1]?.end ?? 0, start)}
          <mark className={classes.found} title={MASKED[kind]}>
            {slice(points, start, end)}
          </mark>
        </Fragment>
      ))}
      {slice(points, found.at(-1)?.end ?? 0)}
    </>
  )
}

function FoundTable({ text, found }: FoundProps) {
  const { t } = useTranslation()
  const points = [...text]
  return (
    <SmallTable
      title={t('masking.found')}
      head={[{ title: t('masking.part') }, { title: t('masking.kind') }]}
      rows={found.map(({ kind, start, end }) => ({
        key: String(start),
        cells: [slice(points, start, end), MASKED[kind]],
      }))}
    />
  )
}
