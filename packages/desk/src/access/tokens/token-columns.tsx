import type { Token } from '@otklik/model/access/api'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../shared/i18n/index.ts'
import type { Column } from '../../shared/table/columns.ts'
import { useWords } from '../roles/words.ts'
import { RevokeCell } from './revoke-cell.tsx'
import { stateOfToken } from './token-state.ts'

export function useTokenColumns(revoke: (token: Token) => void): Column<Token>[] {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useWords()
  const [now] = useState(() => new Date())
  return useMemo(() => {
    const moment = (id: 'createdAt' | 'expiresAt', extra = false): Column<Token> => ({
      id,
      title: t(`tokens.${id}`),
      figures: true,
      extra,
      value: (token) => token[id],
      text: (token) => format.instant(token[id]),
      show: (token) => format.instant(token[id]),
    })
    const owner = ({ organisation, supplier }: Token) =>
      supplier === null ? organisation.name : `${organisation.name}, ${t('tokens.supplierIs', { code: supplier })}`
    const used = ({ lastUsedAt, lastUsedFrom }: Token) =>
      lastUsedAt === null
        ? t('tokens.neverUsed')
        : [format.instant(lastUsedAt), lastUsedFrom && t('tokens.usedFrom', { address: lastUsedFrom })]
            .filter(Boolean)
            .join(' ')
    return [
      {
        id: 'label',
        title: t('tokens.label'),
        value: ({ label }) => label,
        show: ({ label, keeper }) => (
          <div style={{ minWidth: 180, maxWidth: 320, overflowWrap: 'anywhere' }}>
            {label}
            {keeper && <div className="dim small">{t('tokens.keeperIs', { name: keeper.name })}</div>}
          </div>
        ),
      },
      { id: 'organisation', title: t('tokens.organisation'), wide: true, value: owner },
      {
        id: 'status',
        title: t('tokens.status'),
        value: (token) => t(`tokens.state_${stateOfToken(token, now)}`),
      },
      {
        id: 'rights',
        title: t('tokens.rights'),
        wide: true,
        value: ({ rights }) => rights.map((right) => words.right(right)).join('; '),
      },
      {
        id: 'lastUsedAt',
        title: t('tokens.lastUsedAt'),
        value: ({ lastUsedAt }) => lastUsedAt,
        text: used,
        show: used,
      },
      moment('expiresAt'),
      moment('createdAt', true),
      {
        id: 'keeper',
        title: t('tokens.keeper'),
        extra: true,
        value: ({ keeper }) => keeper?.name ?? t('tokens.noKeeper'),
      },
      {
        id: 'revoke',
        title: t('tokens.state'),
        unsorted: true,
        picture: true,
        value: () => null,
        show: (token) => <RevokeCell token={token} revoke={revoke} />,
      },
    ]
  }, [t, format, words, now, revoke])
}
