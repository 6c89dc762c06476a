import { Button, Textarea } from '@mantine/core'
import { type Campaign, type LegalTexts, readCampaign, saveCampaign, saveOutcome } from '@otklik/model/surveys/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefreshed } from '../../certification/refreshed.ts'
import { call } from '../../shared/api/call.ts'
import { FormTrouble } from '../../shared/ui/form-trouble.tsx'
import { fieldsOf } from '../campaigns/campaign-fields-of.ts'
import { languageName } from '../language-name.ts'

const LEGAL = ['asks', 'recorded', 'kept', 'appeals'] as const
type Texts = Record<string, string>

/** What the page says of itself, and what came of the campaign. */
export function CampaignTexts({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const edits = campaign.allowed.includes('edit')
  const refreshed = useRefreshed(readCampaign)
  const params = { code: campaign.code }
  return (
    <div className="stack">
      <TextsForm
        title={t('campaign.legal')}
        about={t('campaign.legalText')}
        languages={campaign.languages}
        names={LEGAL.map((name) => ({ name, label: t(`campaign.legal_${name}`) }))}
        initial={{ ...campaign.legal }}
        {...(edits
          ? {
              save: (texts: Record<string, Texts | null>) => {
                const legal: LegalTexts = {
                  asks: texts.asks ?? null,
                  recorded: texts.recorded ?? null,
                  kept: texts.kept ?? null,
                  appeals: texts.appeals ?? null,
                }
                const body = { ...fieldsOf(campaign), revision: campaign.revision, legal }
                return refreshed(() => call(saveCampaign, { params, body }))
              },
            }
          : {})}
      />
      {campaign.state === 'ended' && (
        <TextsForm
          title={t('campaign.outcome')}
          about={t('campaign.outcomeText')}
          languages={campaign.languages}
          names={[{ name: 'outcome', label: t('campaign.outcome') }]}
          initial={{ outcome: campaign.outcome }}
          save={(texts) => call(saveOutcome, { params, body: { outcome: texts.outcome ?? null } })}
        />
      )}
    </div>
  )
}

interface TextsFormProps {
  readonly title: string
  readonly about: string
  readonly languages: readonly string[]
  readonly names: readonly { readonly name: string; readonly label: string }[]
  readonly initial: Readonly<Record<string, Texts | null>>
  /** Absent: they can only be read. */
  readonly save?: (texts: Record<string, Texts | null>) => Promise<unknown>
}

/** Some texts in the languages of the campaign; what is typed stays when the server refuses it. */
function TextsForm({ title, about, languages, names, initial, save }: TextsFormProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [texts, setTexts] = useState(initial)
  const saving = useMutation({
    mutationFn: async () => save?.(Object.fromEntries(names.map(({ name }) => [name, filledIn(texts[name])]))),
    onSuccess: () => client.invalidateQueries(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <form className="panel stack" aria-label={title} onSubmit={submit}>
      <h2>{title}</h2>
      <p className="dim" style={{ margin: 0 }}>
        {about}
      </p>
      {saving.isError && <FormTrouble error={saving.error} />}
      {names.flatMap(({ name, label }) =>
        languages.map((language) => (
          <Textarea
            key={`${name} ${language}`}
            label={languages.length > 1 ? `${label} (${languageName(language)})` : label}
            autosize
            minRows={2}
            maxLength={5000}
            readOnly={save === undefined}
            value={texts[name]?.[language] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setTexts((before) => ({ ...before, [name]: { ...before[name], [language]: value } }))
            }
          />
        )),
      )}
      {save !== undefined && (
        <div className="row">
          <Button type="submit" loading={saving.isPending}>
            {t('actions.save')}
          </Button>
          {saving.isSuccess && <span role="status">{t('surveys.saved')}</span>}
        </div>
      )}
    </form>
  )
}

function filledIn(texts: Texts | null | undefined): Texts | null {
  const entries = Object.entries(texts ?? {}).filter(([, text]) => text.trim() !== '')
  return entries.length === 0 ? null : Object.fromEntries(entries)
}
