import { Button } from '@mantine/core'
import { type ProcedureFile, readProcedure, type Sheet, signSheet, takeSheet } from '@otklik/model/certification/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shared/api/call.ts'
import { useFormat } from '../../shared/i18n/index.ts'
import { Facts } from '../../shared/ui/facts.tsx'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { useRefreshed } from '../refreshed.ts'
import { ReopenDialog } from './reopen-dialog.tsx'
import { useSheetWords } from './sheet-words.ts'
import { SheetWindow } from './sheet-window.tsx'

interface SheetCardProps {
  /** Number of the procedure. */
  readonly id: number
  readonly sheet: Sheet
  readonly score: ProcedureFile['score']
}

/** One part of the assessment: who assesses, what was found and why, what can be done. */
export function SheetCard({ id, sheet, score }: SheetCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useSheetWords()
  const { part, state, assessor, result, explanation, facts, evidence, signed } = sheet
  const points = score?.parts?.[part]
  return (
    <article className="panel stack" aria-label={words.part(part)}>
      <div className="row-ends">
        <h3 style={{ margin: 0 }}>{words.part(part)}</h3>
        <span className="dim">{t(`certifying.sheet_${state ?? 'none'}`)}</span>
      </div>
      <Facts
        facts={[
          { name: t('certifying.result'), value: result && words.result(result) },
          { name: t('certifying.points'), value: points === undefined ? null : format.number(points / 100, 2) },
          { name: t('certifying.assessor'), value: assessor },
          { name: t('certifying.signedAt'), value: signed && format.instant(signed.at) },
          { name: t('certifying.explanation'), value: explanation },
          {
            name: t('certifying.facts'),
            value:
              facts &&
              t('certifying.factsOf', {
                requests: format.count(facts.requests),
                ratings: format.count(facts.ratings),
                from: facts.from ?? '',
                to: facts.to ?? '',
              }),
          },
          { name: t('certifying.criteria'), value: criteriaText(sheet, (n) => format.number(n, 0)) },
        ]}
      />
      {evidence.length > 0 && <EvidenceList evidence={evidence} />}
      <SheetActions id={id} sheet={sheet} />
    </article>
  )
}

/** «11 из 15»: what was earned of what could be. */
function criteriaText({ criteria }: Sheet, number: (value: number) => string): string | null {
  if (criteria.length === 0) return null
  const sum = (of: (one: Sheet['criteria'][number]) => number) => criteria.reduce((total, one) => total + of(one), 0)
  return `${number(sum(({ earned }) => earned ?? 0))} / ${number(sum(({ most }) => most))}`
}

function EvidenceList({ evidence }: Pick<Sheet, 'evidence'>) {
  const { t } = useTranslation()
  return (
    <div className="stack-tight">
      <span className="dim small">{t('certifying.evidence')}</span>
      <ul style={{ margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' }}>
        {evidence.map(({ title, address }) => (
          <li key={`${title} ${address}`}>
            {address === null ? (
              title
            ) : (
              <a href={address} rel="noreferrer">
                {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function SheetActions({ id, sheet }: Pick<SheetCardProps, 'id' | 'sheet'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const refreshed = useRefreshed(readProcedure)
  const [opened, setOpened] = useState<'fill' | 'reopen' | null>(null)
  const { part, allowed, version, mine, state } = sheet
  const params = { id, part }
  const quick = useMutation({
    mutationFn: (sign: boolean) =>
      refreshed(() => (sign ? call(signSheet, { params, body: { version } }) : call(takeSheet, { params }))),
    onSuccess: () => client.invalidateQueries(),
  })
  if (allowed.length === 0) return null
  return (
    <>
      {quick.isError && <FormTrouble error={quick.error} />}
      <div className="row no-print">
        {allowed.includes('begin') && (
          <Button size="compact-md" variant="default" loading={quick.isPending} onClick={() => quick.mutate(false)}>
            {t(state === null ? 'certifying.takeSheet' : 'certifying.takeOver')}
          </Button>
        )}
        {allowed.includes('fill') && mine && (
          <Button size="compact-md" variant="default" onClick={() => setOpened('fill')}>
            {t('certifying.fillSheet')}
          </Button>
        )}
        {allowed.includes('sign') && (
          <Button size="compact-md" loading={quick.isPending} onClick={() => quick.mutate(true)}>
            {t('certifying.signSheet')}
          </Button>
        )}
        {allowed.includes('reopen') && (
          <Button size="compact-md" variant="default" onClick={() => setOpened('reopen')}>
            {t('certifying.reopenSheet')}
          </Button>
        )}
      </div>
      {opened === 'fill' && <SheetWindow id={id} sheet={sheet} close={() => setOpened(null)} />}
      {opened === 'reopen' && <ReopenDialog id={id} part={part} close={() => setOpened(null)} />}
    </>
  )
}
